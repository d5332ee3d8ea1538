import type { Screen } from '../terminal.js';

/** A screen that keeps what was written. */
export class RecordedScreen implements Screen {
  text = '';

  constructor(
    readonly columns: number | null = null,
    readonly colours = false,
  ) {}

  write(text: string): Promise<void> {
    this.text += text;
    return Promise.resolve();
  }

  get lines(): string[] {
    return this.text.trimEnd().split('\n');
  }
}

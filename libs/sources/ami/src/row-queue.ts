import type { CelTable, HearArrival } from '@callstitch/application';
import { Endings } from '@callstitch/application';
import type { Cel } from '@callstitch/domain';

/** More rows than this wait in the network, and in Asterisk. */
const MOST_ROWS = 50_000;
const ROWS_AT_ONCE = 5_000;

/** Rows that come so shortly after each other are written together, milliseconds. */
export const GATHER_MS = 50;

/** Rows on their way into the table, in the order in which they came. */
export class RowQueue {
  private rows: Cel[] = [];
  private readonly endings = new Endings();
  private came = (): void => undefined;
  private isStopped = false;

  add(cel: Cel): void {
    this.rows.push(cel);
    this.came();
  }

  get isFull(): boolean {
    return this.rows.length >= MOST_ROWS;
  }

  get size(): number {
    return this.rows.length;
  }

  /** No more rows will come. */
  stop(): void {
    this.isStopped = true;
    this.came();
  }

  /** Settles when there are rows, or none will come. */
  async some(): Promise<void> {
    if (this.rows.length === 0 && !this.isStopped) await new Promise<void>((resolve) => (this.came = resolve));
  }

  /** Writes what is there, then tells of calls that may have ended; what cannot be written stays. */
  async write(table: CelTable, hear: HearArrival): Promise<void> {
    while (this.rows.length > 0) {
      const cels = this.rows.slice(0, ROWS_AT_ONCE);
      await table.append(cels, { ownIds: false });
      this.rows.splice(0, cels.length);
      const ended = cels.filter(({ eventType, linkedid }) => this.endings.isWorthALook(eventType) && linkedid !== '');
      // Nobody waits: the rows are in the table, and the next start looks at everything unread.
      if (ended.length > 0) hear({ linkedids: [...new Set(ended.map(({ linkedid }) => linkedid))] }).catch(() => undefined);
    }
  }
}

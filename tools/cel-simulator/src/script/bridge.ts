import type { Channel } from './channel.js';
import type { Extra } from './planned.js';

/** A bridge and who is in it, in the order in which they came. */
export class Bridge {
  readonly members: Channel[] = [];
  #extra: Extra | null = null;
  #technology: string;

  constructor(
    readonly id: string,
    technology: string,
  ) {
    this.#technology = technology;
  }

  /** Two phones whose sound nobody needs to hear are soon connected directly: `native_rtp`. */
  set technology(technology: string) {
    if (technology === this.#technology) return;
    this.#technology = technology;
    this.#extra = null;
  }

  get technology(): string {
    return this.#technology;
  }

  get extra(): Extra {
    if (this.#extra === null) {
      const text = `{"bridge_id":"${this.id}","bridge_technology":"${this.technology}"}`;
      this.#extra = () => text;
    }
    return this.#extra;
  }

  others(than: Channel): readonly Channel[] {
    return this.members.filter((member) => member !== than);
  }
}

/** How often a tagger lost its tags in one run, and why. */
export interface TaggerTroubles {
  readonly thrown: number;
  readonly slow: number;
  readonly rubbish: number;
  /** It gives no tags in the rest of this run: its `prepare` failed, or it was slow too many times in a row. */
  readonly leftOut: boolean;
  /** Never with a person's number or name in it. */
  readonly lastReason: string;
}

export type Trouble = 'thrown' | 'slow' | 'rubbish';

/** Counts the troubles of a run, by the tagger's name. */
export class TroubleCount {
  readonly byTagger = new Map<string, TaggerTroubles>();

  add(tagger: string, trouble: Trouble, lastReason: string, { leftOut = false } = {}): void {
    const before = this.byTagger.get(tagger) ?? { thrown: 0, slow: 0, rubbish: 0, leftOut: false, lastReason: '' };
    this.byTagger.set(tagger, { ...before, [trouble]: before[trouble] + 1, leftOut: before.leftOut || leftOut, lastReason });
  }
}

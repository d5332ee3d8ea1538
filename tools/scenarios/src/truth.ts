/** One stretch of a call as the script saw it. `b` may name several, joined by `+`. */
export interface TrueLeg {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly seconds: number;
}

/** One call as a human says it happened: written from what the phones were told to do, not from the CELs. */
export interface TrueCall {
  readonly direction: string;
  readonly from: { readonly number: string; readonly name?: string };
  readonly dialed: string;
  readonly answered: boolean;
  readonly answeredBy: { readonly number: string } | null;
  readonly finalDestination: { readonly kind: string; readonly number: string };
  readonly legs: readonly TrueLeg[];
  readonly recorded: boolean;
  readonly approxTalkSeconds: number;
  readonly tags: readonly string[];
  readonly transfers?: readonly { readonly type: string; readonly by: string; readonly to: string }[];
  readonly note?: string;
  /** Only in the load run. */
  readonly scenario?: string;
  readonly linkedid?: string;
  readonly callerUniqueid?: string;
}

/** The calls of one scripted scenario. */
export interface TrueScenario {
  readonly scenario: string;
  readonly description: string;
  readonly calls: readonly TrueCall[];
}

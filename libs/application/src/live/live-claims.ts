import type { Linkedid } from '@callstitch/domain';

/** Conversations that one node works on now. */
export interface LiveClaim {
  readonly linkedids: ReadonlySet<Linkedid>;
  /** Lets others have them. Never rejects: a claim that is lost is gone. */
  release(): Promise<void>;
}

/** Keeps several nodes that hear of the same conversation from telling it at the same time. */
export interface LiveClaims {
  /** Claims those of some linkedids that nobody alive has claimed. A claim dies with its node. */
  claim(source: string, linkedids: readonly Linkedid[]): Promise<LiveClaim>;
}

/** Does something again and again until it is stopped. */
export interface Pulse {
  /** A beat that fails is no reason to stop; gives what stops it. */
  every(seconds: number, beat: () => Promise<void>): () => void;
}

/** So many channels end without the end of a linkedid between them only where Asterisk does not tell of linkedids. */
const MOST_CHANNELS = 200;

/**
 * Which CELs are worth looking at their conversation: those that may have ended it. Rows of a running call are not.
 *
 * Where Asterisk writes `LINKEDID_END`, which comes last, that alone; where it does not, as by its sample configuration,
 * each `CHAN_END`. Which of both is learnt from the rows, and learnt again when the configuration changes.
 */
export class Endings {
  /** Ends of channels since the last end of a linkedid; null while none was seen. */
  private channels: number | null = null;

  isWorthALook(eventType: string): boolean {
    if (eventType === 'LINKEDID_END') {
      this.channels = 0;
      return true;
    }
    if (eventType !== 'CHAN_END') return false;
    if (this.channels === null) return true;
    this.channels++;
    if (this.channels > MOST_CHANNELS) this.channels = null;
    return this.channels === null;
  }
}

import type { CallScript } from './call-script.js';
import type { Caller } from './callers.js';
import type { Told } from './planned.js';
import type { TrueLeg } from '@callstitch/scenarios';

export interface Outcome extends Partial<Omit<Told, 'finalDestination' | 'answeredBy' | 'tags'>> {
  /** The number of the first person who answered. */
  readonly by?: string;
  readonly to: readonly [kind: string, number: string];
  readonly tags: readonly string[];
}

/** Says what happened in a call; what is left out did not happen. */
export function tell(call: CallScript, { channel, number, name, dialed, direction }: Caller, outcome: Outcome): void {
  const { by, to, ...rest } = outcome;
  call.truth(channel, {
    direction,
    from: { number, name },
    dialed,
    answered: by !== undefined,
    answeredBy: by === undefined ? null : { number: by },
    finalDestination: { kind: to[0], number: to[1] },
    legs: [],
    recorded: false,
    approxTalkSeconds: 0,
    ...rest,
  });
}

/** A stretch of talk in a truth. */
export function leg(a: string, b: string, seconds: number, kind = 'talk'): TrueLeg {
  return { a, b, kind, seconds };
}

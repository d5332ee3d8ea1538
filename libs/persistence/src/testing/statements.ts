import { randomInt } from 'node:crypto';

/** Of the statements of some work a spec takes every third one, or each where the environment says CALLSTITCH_EVERY_STATEMENT=1. */
export const EVERY = process.env['CALLSTITCH_EVERY_STATEMENT'] === '1' ? 1 : 3;

/** The numbers of statements before which a process is to die, beginning at another one each time: in some runs each had its turn. */
export function* statements(): Generator<number, never> {
  for (let statement = 1 + randomInt(EVERY); ; statement += EVERY) yield statement;
}

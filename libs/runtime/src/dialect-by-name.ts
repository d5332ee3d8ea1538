import type { Dialect, Directory } from '@callstitch/application';
import { asteriskDialect } from '@callstitch/dialect-asterisk';
import { CallstitchError } from '@callstitch/domain';

export interface DialectOptions {
  /** Outside lines: endpoints or channel patterns. */
  readonly trunks: readonly string[];
  /** Numbers of the company: dialplan patterns such as `_1XXX`, or plain numbers. */
  readonly internal: readonly string[];
  readonly directory: Directory | null;
}

const DIALECTS: ReadonlyMap<string, (options: DialectOptions) => Dialect> = new Map([['asterisk', asteriskDialect]]);

/** The dialect of that name; an unknown name or a pattern that is none is an ARGUMENT_INVALID that says what exists. */
export function dialectByName(name: string, options: DialectOptions): Dialect {
  const make = DIALECTS.get(name);
  if (make === undefined) {
    throw new CallstitchError('ARGUMENT_INVALID', `There is no dialect "${name}"; use ${[...DIALECTS.keys()].join(' or ')}.`);
  }
  try {
    return make(options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CallstitchError('ARGUMENT_INVALID', `${error.message}; write it like _1XXX, or a plain number.`, { cause: error });
  }
}

import type { Dialect } from '@callstitch/application';
import { asteriskDialect } from '@callstitch/dialect-asterisk';
import { wazoDialect } from '@callstitch/dialect-wazo';
import type { Directory } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';

export interface DialectOptions {
  /** Outside lines: endpoints or channel patterns. */
  readonly trunks: readonly string[];
  /** Numbers of the company: dialplan patterns such as `_1XXX`, or plain numbers. */
  readonly internal: readonly string[];
  readonly directory: Directory | null;
  /** Whose the calls are that nothing else places. */
  readonly serviceTenantUuid: string | null;
}

const DIALECTS: ReadonlyMap<string, (options: DialectOptions) => Dialect> = new Map([
  ['asterisk', asteriskDialect],
  ['wazo', wazo],
]);

function wazo({ directory, serviceTenantUuid, ...lines }: DialectOptions): Dialect {
  const asterisk = asteriskDialect({ ...lines, directory });
  return wazoDialect({ story: (conversation) => asterisk.tell(conversation), directory, serviceTenantUuid });
}

/** Refuses a name that no dialect has. */
export function checkDialectName(name: string): void {
  if (name === AUTO || DIALECTS.has(name)) return;
  throw new CallstitchError('ARGUMENT_INVALID', `There is no dialect "${name}"; use ${[AUTO, ...DIALECTS.keys()].join(', ')}.`);
}

/** Recognises the dialect by its events. */
export const AUTO = 'auto';

/** The dialect of that name; a pattern that is none is an ARGUMENT_INVALID that says so. */
export function dialectByName(name: string, options: DialectOptions): Dialect {
  checkDialectName(name);
  const make = DIALECTS.get(name) as (options: DialectOptions) => Dialect;
  try {
    return make(options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CallstitchError('ARGUMENT_INVALID', `${error.message}; write it like _1XXX, or a plain number.`, { cause: error });
  }
}

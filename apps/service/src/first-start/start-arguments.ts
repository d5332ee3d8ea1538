import { parseArgs } from 'node:util';
import { CallstitchError } from '@callstitch/domain';
import type { Samples } from '@callstitch/runtime';

/** What the service would show where there is nothing of anybody's own; null for nothing, and with `--empty`. */
export function startArguments(args: readonly string[]): Samples | null {
  const options = { empty: { type: 'boolean' }, 'samples-directory': { type: 'string' } } as const;
  try {
    const { values, positionals: files } = parseArgs({ args: [...args], options, allowPositionals: true });
    const directory = values['samples-directory'];
    if (values.empty === true || files.length === 0) return null;
    if (directory !== undefined) return { files, directory };
  } catch (error) {
    throw new CallstitchError('ARGUMENT_INVALID', `${(error as Error).message}\n${USAGE}`, { cause: error });
  }
  throw new CallstitchError('ARGUMENT_INVALID', `Samples need a directory that says who is who in them. ${USAGE}`);
}

const USAGE = 'The service takes files of sample CELs with --samples-directory FILE, or --empty for none of them; all else is configured.';

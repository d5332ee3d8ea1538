import { CallstitchError } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';
import { tokenJson } from './token-json.js';

/** The arguments of `callstitch token create`. */
export interface CreateTokenOptions {
  readonly name: string;
  readonly acl?: readonly string[];
  readonly admin?: boolean;
  readonly tenant?: string;
  readonly user?: string;
  readonly expiresInDays?: number;
  readonly json?: boolean;
}

/** Makes a token and prints it; nothing else goes to standard output, so that it can be caught in a variable. */
export async function createToken(options: CreateTokenOptions, terminal: Terminal): Promise<ExitCode> {
  const { tenant = null, user: userUuid = null, expiresInDays = null, json = false } = options;
  const name = options.name.trim();
  if (name === '') throw invalid('A token needs a name, so that it can be known again: --name reports.');
  const acl = grantedBy(options);
  const { out, err } = terminal;
  return withCallstitch(terminal, NO_TELLING, async ({ access }) => {
    const { secret, token } = await access.createToken({ name, acl, tenant, userUuid, expiresInDays });
    await out.write(json ? `${jsonText({ token: secret, ...tokenJson(token, terminal.clock()) })}\n` : `${secret}\n`);
    if (!json) {
      await err.write(
        `This is the token ${token.id} (${cleanText(name)}). Keep it now: it is not shown again, and only its hash is kept.\n`,
      );
    }
    return EXIT.fine;
  });
}

/** The accesses that the arguments name; throws when they grant nothing or contradict each other. */
export function grantedBy({ acl = [], admin = false, tenant }: Pick<CreateTokenOptions, 'acl' | 'admin' | 'tenant'>): readonly string[] {
  if (admin) {
    if (acl.length > 0 || tenant !== undefined)
      throw invalid('--admin is everything in every tenant; leave --acl and --tenant out, or --admin.');
    return ['#'];
  }
  const odd = acl.find((access) => !/^!?[^\s!.]+(\.[^\s!.]+)*$/.test(access));
  if (odd !== undefined) throw invalid(`"${cleanText(odd)}" is no access; write words between dots, such as call-logd.cdr.read.`);
  if (acl.some((access) => !access.startsWith('!'))) return acl;
  throw invalid(
    "The token would be allowed nothing; name --acl 'call-logd.cdr.read' to list call logs, --acl 'call-logd.#' for all of them, or --admin.",
  );
}

function invalid(sentence: string): CallstitchError {
  return new CallstitchError('ARGUMENT_INVALID', sentence);
}

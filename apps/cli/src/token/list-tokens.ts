import type { Tenant, TokenRecord } from '@callstitch/application';
import { tokenState } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText, writeJsonArray } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { wallClock } from '../wall-clock.js';
import { withCallstitch } from '../with-callstitch.js';
import { tokenJson } from './token-json.js';

/** Shows all tokens, newest first. */
export async function listTokens(
  { timezone, json = false }: { readonly timezone: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const clock = wallClock(timezone);
  const { out, err } = terminal;
  return withCallstitch(terminal, NO_TELLING, async ({ access }) => {
    const [tokens, now] = [await access.tokens(), terminal.clock()];
    if (json) {
      await writeJsonArray(
        tokens.map((token) => tokenJson(token, now)),
        out,
      );
    } else if (tokens.length === 0) await err.write('There is no token; callstitch token create makes one.\n');
    else {
      const tenants = await access.tenants();
      const time = (at: Instant | null): string => (at === null ? '-' : clock.dateAndTime(at));
      const head = ['ID', 'STATE', 'NAME', 'TENANT', 'USER', `EXPIRES (${timezone})`, 'LAST USED', 'ACL'];
      const rows = tokens.map((token) => rowOf(token, { tenants, now, time }));
      await out.write(`${columns([head, ...rows]).join('\n')}\n`);
    }
    return EXIT.fine;
  });
}

interface Shown {
  readonly tenants: readonly Tenant[];
  readonly now: Instant;
  readonly time: (at: Instant | null) => string;
}

function rowOf(token: TokenRecord, { tenants, now, time }: Shown): string[] {
  const { id, name, tenantUuid, userUuid, expiresAt, lastUsedAt, acl } = token;
  const tenant = tenants.find(({ uuid }) => uuid === tenantUuid)?.name ?? tenantUuid;
  const texts = [String(id), tokenState(token, now), name, tenant, userUuid ?? '-', time(expiresAt), time(lastUsedAt), acl.join(' ')];
  return texts.map(cleanText);
}

/** Ends a token and says which it was. */
export async function revokeToken(id: number, { json = false }: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  return withCallstitch(terminal, NO_TELLING, async ({ access }) => {
    const token = await access.revokeToken(id);
    const sentence = `The token ${token.id} (${cleanText(token.name)}) is revoked.\n`;
    await terminal.out.write(json ? `${jsonText(tokenJson(token, terminal.clock()))}\n` : sentence);
    return EXIT.fine;
  });
}

import type { TokenRecord } from '@callstitch/application';
import { tokenState } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';

/** What is kept of a token, for programs. */
export function tokenJson(token: TokenRecord, now: Instant): object {
  const time = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
  const { createdAt, expiresAt, revokedAt, lastUsedAt, ...rest } = token;
  return {
    ...rest,
    state: tokenState(token, now),
    createdAt: time(createdAt),
    expiresAt: time(expiresAt),
    revokedAt: time(revokedAt),
    lastUsedAt: time(lastUsedAt),
  };
}

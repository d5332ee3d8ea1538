import type { Instant } from '@callstitch/domain';
import type { TokenRecord } from './access-book.js';

export type TokenState = 'active' | 'expired' | 'revoked';

/** Whether a token still works; at the instant of its expiry it does no more. */
export function tokenState({ expiresAt, revokedAt }: Pick<TokenRecord, 'expiresAt' | 'revokedAt'>, now: Instant): TokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}

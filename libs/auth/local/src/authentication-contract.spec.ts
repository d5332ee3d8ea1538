import type { AccessContent } from '@callstitch/application/testing';
import { MemoryAccessBook, authenticationContract, momentOf } from '@callstitch/application/testing';
import { LocalAuthentication } from './local-authentication.js';
import { hashOfToken } from './token-secret.js';

async function authenticationOf({ tenants, tokens }: AccessContent): Promise<LocalAuthentication> {
  const book = new MemoryAccessBook();
  for (const tenant of tenants) await book.addTenant(tenant);
  for (const { token, expired = false, ...rest } of tokens) {
    const [hash, createdAt] = [hashOfToken(token) ?? '', momentOf(0)];
    await book.addToken({ ...rest, hash, name: token, createdAt, expiresAt: expired ? momentOf(99) : momentOf(101) });
  }
  return new LocalAuthentication({ book, now: () => momentOf(100) });
}

describe('our own tokens', () => {
  authenticationContract(authenticationOf, { test, expect });
});

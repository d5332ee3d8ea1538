import { hash, randomBytes } from 'node:crypto';

const LONGEST_TOKEN = 256;

/** A new token: 256 random bits after a prefix by which a person, or a scanner of leaked secrets, knows whose it is. */
export function newTokenSecret(): string {
  return `cs_${randomBytes(32).toString('base64url')}`;
}

/**
 * What is kept of a token; null for a text that is none. A token is as good as random, so a fast hash will do, and looking
 * the hash up tells nobody by its time how much of a guess was right.
 */
export function hashOfToken(token: string): string | null {
  return token === '' || token.length > LONGEST_TOKEN ? null : hash('sha256', token, 'hex');
}

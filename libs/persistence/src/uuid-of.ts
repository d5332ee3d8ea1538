import { hash } from 'node:crypto';
import { isUuid } from '@callstitch/domain';

/**
 * The uuid that a name has in the database: a uuid is itself, any other text always gets the same made-up one
 * (version 8). So tenants and users that a directory calls by a word stay apart, and can be searched for.
 */
export function uuidOf(name: string): string {
  if (isUuid(name)) return name.toLowerCase();
  const digits = hash('sha256', name, 'hex');
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

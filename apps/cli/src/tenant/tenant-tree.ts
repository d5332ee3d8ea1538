import type { Tenant } from '@callstitch/application';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';

/** Tenants as lines, each set in below the one above it. */
export function tenantTree(tenants: readonly Tenant[]): string[] {
  const below = (parent: string | null, depth: number): string[][] =>
    tenants
      .filter(({ parentUuid }) => parentUuid === parent)
      .flatMap(({ uuid, name }) => [[uuid, `${'  '.repeat(depth)}${cleanText(name)}`], ...below(uuid, depth + 1)]);
  return columns([['UUID', 'TENANT'], ...below(null, 0)]);
}

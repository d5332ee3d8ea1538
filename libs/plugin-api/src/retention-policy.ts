import type { CallFilter } from './call-filter.js';
import type { OptionsClass } from './tagger.js';

/** What has outlived its use, by kind. */
export interface Expiry {
  /** Call logs, and with them their recordings. */
  readonly callLogs?: CallFilter;
  /** Only the recordings of these calls; their call logs stay. */
  readonly recordings?: CallFilter;
  /** CELs older than this, where the table is ours. */
  readonly celsBefore?: Date;
  /** Exports that were asked for before this. */
  readonly exportsBefore?: Date;
  /** In place of `exportsBefore` for the exports of these tenants; null keeps them. */
  readonly exportsBeforeOfTenants?: Readonly<Record<string, Date | null>>;
}

/** Says what has outlived its use and what must stay. It decides; it never deletes. */
export interface RetentionPolicyDefinition<Options extends object> {
  /** In kebab-case, unlike any other of this package. */
  readonly name: string;
  /** Leave it out when there is nothing to set. */
  readonly options?: OptionsClass<Options>;
  /** A filter alone means call logs. */
  readonly expires?: (options: Options, now: Date) => CallFilter | Expiry;
  /** Calls that stay with all that belongs to them, whatever any policy expires. */
  readonly holds?: (options: Options, now: Date) => CallFilter;
}

/** A retention policy as the host takes it. */
export interface RetentionPolicy {
  readonly kind: 'retention-policy';
  readonly name: string;
  readonly options: OptionsClass<object> | null;
  readonly expires: ((options: object, now: Date) => CallFilter | Expiry) | null;
  readonly holds: ((options: object, now: Date) => CallFilter) | null;
}

/**
 * Defines a retention policy.
 *
 * @example
 * defineRetentionPolicy({ name: 'legal-hold', holds: () => tagged('legal-hold') });
 */
export function defineRetentionPolicy<Options extends object = object>(definition: RetentionPolicyDefinition<Options>): RetentionPolicy {
  const { name, options = null, expires = null, holds = null } = definition;
  return { kind: 'retention-policy', name, options, expires, holds } as unknown as RetentionPolicy;
}

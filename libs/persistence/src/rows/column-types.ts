import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import { Type } from '@mikro-orm/core';
import { readTimestamp } from '../copy/read-timestamp.js';

/** `timestamptz` that keeps its microseconds, which a Date does not have. */
export class InstantType extends Type<Instant, string> {
  override convertToDatabaseValue(at: Instant): string {
    return formatInstant(at);
  }

  override convertToJSValue(text: string): Instant {
    return readTimestamp(text) ?? fail(text);
  }

  override getColumnType(): string {
    return 'timestamptz';
  }
}

function fail(text: string): never {
  throw new RangeError(`${text} is not an instant between 1970 and 2254`);
}

/** A type of PostgreSQL that the ORM has no word for; its values stay the text that PostgreSQL prints. */
export function textOf(columnType: string): new () => Type<string, string> {
  return class extends Type<string, string> {
    override getColumnType(): string {
      return columnType;
    }
  };
}

import { isUuid } from '@callstitch/domain';
import { InvalidArgumentError } from 'commander';

/** Gathers a repeatable option. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** Reads a whole number of at least so much; `otherwise` says what to do instead. */
export function wholeNumber(least: number, otherwise = `It must be a whole number of at least ${least}.`): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!Number.isSafeInteger(number) || number < least) throw new InvalidArgumentError(otherwise);
    return number;
  };
}

/** Reads a uuid. */
export function uuid(text: string): string {
  if (isUuid(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must be a uuid such as 7e7e0001-0000-4000-8000-000000000001.');
}

/** Reads the id of a call log. */
export function callLogId(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(number)) {
    throw new InvalidArgumentError(`"${text}" is not the id of a call log, a whole number as callstitch list shows it.`);
  }
  return number;
}

/** Reads the id of a token. */
export function tokenId(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(number)) {
    throw new InvalidArgumentError(`"${text}" is not the id of a token, a whole number as callstitch token list shows it.`);
  }
  return number;
}

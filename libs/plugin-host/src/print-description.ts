import type { PackageDescription } from './describe-folder.js';
import { word } from './part-fault.js';

/** A description as a person reads it; every line ends. */
export function printDescription({ package: name, version, offers, complaints }: PackageDescription): string {
  const title = name === null ? 'not a package' : `${name}${version === '' ? '' : ` ${version}`}`;
  if (complaints.length > 0) return [`${title} would be refused:`, ...complaints.map((complaint) => `- ${complaint}`), ''].join('\n');
  const parts = offers.map(({ kind, name: part, takesOptions }) => `- ${word(kind)} ${part}${takesOptions ? ', takes options' : ''}`);
  return [`${title} is right. It offers:`, ...parts, ''].join('\n');
}

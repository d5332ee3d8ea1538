import type { SuspiciousDirectory, SweepFinding, SweepReport } from '@callstitch/application';
import { byteSize } from '../byte-size.js';
import { cleanText } from '../clean-text.js';
import { count } from '../count.js';

const DAY_SECONDS = 86_400;

type Orphan = Extract<SweepFinding, { kind: 'orphan' }>;

/** What was found, one line for people. */
export function findingLine(finding: SweepFinding, minAgeDays: number): string {
  const path = cleanText(finding.path);
  switch (finding.kind) {
    case 'missing':
      return `missing     ${path}  (call log ${finding.callLogId}, recording ${finding.uuid})${finding.cleared ? ': path taken' : ''}\n`;
    case 'orphan': {
      const age = count(Math.max(0, Math.floor(finding.ageSeconds / DAY_SECONDS)), 'day');
      return `orphan      ${path}  (${byteSize(finding.bytes)}, ${age} old)${fateText(finding, minAgeDays)}\n`;
    }
    case 'unreadable':
      return `unreadable  ${path}: ${cleanText(finding.reason)}\n`;
  }
}

function fateText({ fate, reason = '' }: Orphan, minAgeDays: number): string {
  switch (fate) {
    case 'young':
      return `: stays, younger than ${count(minAgeDays, 'day')}`;
    case 'doubtful':
      return ': stays, a recording without its file has this name';
    case 'untold':
      return ': stays, its call may not be told yet';
    case 'failed':
      return `: not removed, ${cleanText(reason)}`;
    case 'removed':
      return ': removed';
    case 'removable':
      return '';
  }
}

/** What came of it. */
export function summaryText(report: SweepReport, changed: boolean): string {
  const { recordings, files, missing, cleared, orphans, orphanBytes, removed, removedBytes } = report;
  const done = (text: string): string => (changed ? text : '');
  return lines([
    `${count(recordings, 'recording')} with a path, ${count(files, 'file')}.`,
    `${count(missing, 'recording')} without the file${done(`; ${count(cleared, 'path')} taken`)}.`,
    `${count(orphans, 'file')} that no recording names (${byteSize(orphanBytes)})${done(`; ${count(removed, 'file')} removed (${byteSize(removedBytes)})`)}.`,
  ]);
}

/** What was left alone, and why; nothing when all is well. */
export function doubtLines(report: SweepReport, { minAgeDays, force }: { readonly minAgeDays: number; readonly force: boolean }): string {
  const { suspicious, failed, unknown, unreadable, doubtful, untold, waiting } = report;
  const sentences = [
    ...suspicious.map((directory) => suspicionText(directory, force)),
    ...(untold === 0
      ? []
      : [
          `Kept ${count(untold, 'file')} since not all is told of ${count(minAgeDays, 'day')} ago and before: ` +
            `${count(waiting.unreadRows, 'unread CEL')}, ${count(waiting.conversations, 'untold conversation')}. ` +
            'Run callstitch generate, or add --force.',
        ]),
    ...(doubtful === 0
      ? []
      : [
          `Kept ${count(doubtful, 'file')} with the name of a recording whose file is missing: moved, perhaps. Add --force to remove them.`,
        ]),
    ...(unknown === 0
      ? []
      : [`${count(unknown, 'recording')} could not be looked at: the way to the file is closed, or a link leads to nothing.`]),
    ...(unreadable === 0 ? [] : [`${count(unreadable, 'folder')} could not be read.`]),
    ...(failed === 0 ? [] : [`${count(failed, 'file')} could not be removed; the next sweep tries again.`]),
  ];
  return sentences.length === 0 ? '' : lines(sentences);
}

const LOOKS: Readonly<Record<SuspiciousDirectory['state'], string>> = {
  empty: 'holds no file',
  missing: 'is not there',
  unreadable: 'cannot be read',
};

function suspicionText({ directory, state, recordings }: SuspiciousDirectory, force: boolean): string {
  const lost = recordings === 0 ? '' : `, and ${count(recordings, 'recording')} of it cannot be found`;
  const said = `${cleanText(directory)} ${LOOKS[state]}${lost}`;
  if (force && state !== 'unreadable') return `${said}.`;
  return `${said}: nothing of it is changed${state === 'unreadable' ? '' : ' unless --force'}; is its disk mounted?`;
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}

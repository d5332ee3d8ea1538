import type { CallLog, JourneySegment } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import { columns as inColumns } from '../columns.js';
import { duration } from '../duration.js';
import { fitted, textWidth } from '../text-width.js';
import type { WallClock } from '../wall-clock.js';

const WIDEST_BAR = 40;
const NARROWEST_BAR = 10;
const GAP = 2;

/** The segments of a journey one under the other, each with a bar where it lies in the call; none for a call without. */
export function timeline(call: CallLog, { clock, columns }: { readonly clock: WallClock; readonly columns: number }): string[] {
  if (call.journey.length === 0) return [];
  const lines = inColumns(call.journey.map((segment) => facts(segment, clock)));
  const room = columns - Math.max(...lines.map(textWidth)) - 2 * GAP;
  const bar = Math.min(WIDEST_BAR, room);
  if (bar < NARROWEST_BAR) return lines.map((line) => `  ${fitted(line, columns - GAP).trimEnd()}`);
  return call.journey.map((segment, index) => `  ${barOf(segment, call, bar)}  ${lines[index] ?? ''}`);
}

function facts({ kind, from, until, parties, endedBy }: JourneySegment, clock: WallClock): string[] {
  const time = clock.dateAndTime(from).slice('2026-11-23 '.length);
  return [time, kind, duration(secondsBetween(from, until)), cleanText(parties.join(' – ')), endedBy.replaceAll('-', ' ')];
}

function barOf({ from, until, kind }: JourneySegment, { startedAt, endedAt }: CallLog, width: number): string {
  const whole = Math.max(1, endedAt - startedAt);
  const at = (instant: number): number => Math.min(width, Math.max(0, Math.round(((instant - startedAt) / whole) * width)));
  const begin = Math.min(at(from), width - 1);
  const end = Math.max(begin + 1, at(until));
  const stroke = kind === 'talk' || kind === 'conference' ? '━' : kind === 'ring' ? '┄' : '─';
  return `${' '.repeat(begin)}${stroke.repeat(end - begin)}${' '.repeat(width - end)}`;
}

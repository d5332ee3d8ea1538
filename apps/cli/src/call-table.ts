import type { Telling } from '@callstitch/domain';
import type { CallRow } from './call-row.js';
import { callRow } from './call-row.js';
import { painter } from './paint.js';
import { GAP, layout, widest } from './table-layout.js';
import type { Layout } from './table-layout.js';
import type { Screen } from './terminal.js';
import { fitted } from './text-width.js';
import type { WallClock } from './wall-clock.js';

const WIDTH_OF_A_FILE = 160;
const NARROWEST_SCREEN = 60;
const WITHOUT_DATE_BELOW = 80;
const LINES_AT_ONCE = 200;

interface Widths extends Layout {
  readonly time: number;
  readonly direction: number;
  readonly status: number;
  readonly talk: number;
}

/** Writes the calls as a table that fits the terminal; nothing at all when there are none. */
export async function writeCallTable(
  tellings: readonly Telling[],
  { clock, screen }: { readonly clock: WallClock; readonly screen: Screen },
): Promise<void> {
  if (tellings.length === 0) return;
  const width = Math.max(screen.columns ?? WIDTH_OF_A_FILE, NARROWEST_SCREEN);
  const rows = tellings.map(({ callLog }) => callRow(callLog, clock)).map((row) => (width < WITHOUT_DATE_BELOW ? withoutDate(row) : row));
  const widths = widthsFor(rows, width);
  const withZone = `TIME (${clock.timezone})`;
  const heading = { ...HEADING, time: withZone.length <= widths.time ? withZone : HEADING.time };
  const paint = painter(screen.colours);
  let lines = [paint(line(heading, heading.status, widths), 'bold')];
  for (const row of rows) {
    lines.push(line(row, paint(row.status, row.statusPaint), widths));
    if (widths.way === null && row.way !== '') lines.push(paint(fitted(`  ${row.way}`, width).trimEnd(), 'dim'));
    if (lines.length < LINES_AT_ONCE) continue;
    await screen.write(`${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) await screen.write(`${lines.join('\n')}\n`);
}

type Texts = Omit<CallRow, 'statusPaint'>;

const HEADING: Texts = {
  time: 'TIME',
  direction: 'DIR',
  from: 'FROM',
  dialled: 'DIALLED',
  reached: 'REACHED',
  status: 'STATUS',
  talk: 'TALK',
  way: 'ON THE WAY',
};

/** On a narrow screen the time of day is worth more than the date. */
function withoutDate(row: CallRow): CallRow {
  return { ...row, time: row.time.slice('2026-11-23 '.length) };
}

function widthsFor(rows: readonly CallRow[], width: number): Widths {
  const wanted = (column: keyof Texts): number =>
    widest(
      HEADING[column],
      rows.map((row) => row[column]),
    );
  const fixed = { time: rows[0]?.time.length ?? 0, direction: wanted('direction'), status: wanted('status'), talk: wanted('talk') };
  const room = width - fixed.time - fixed.direction - fixed.status - fixed.talk - 6 * GAP;
  return {
    ...fixed,
    ...layout(room, { from: wanted('from'), dialled: wanted('dialled'), reached: wanted('reached'), way: wanted('way') }),
  };
}

function line(row: Texts, status: string, widths: Widths): string {
  const cells = [
    fitted(row.time, widths.time),
    fitted(row.direction, widths.direction),
    fitted(row.from, widths.from),
    fitted(row.dialled, widths.dialled),
    fitted(row.reached, widths.reached),
    `${status}${' '.repeat(widths.status - row.status.length)}`,
    row.talk.padStart(widths.talk),
    ...(widths.way === null ? [] : [fitted(row.way, widths.way)]),
  ];
  return cells.join(' '.repeat(GAP)).trimEnd();
}

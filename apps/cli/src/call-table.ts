import type { CallLog, CallStatus, Telling } from '@callstitch/domain';
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
const LONGEST_STATUS: CallStatus = 'voicemail';

interface Widths extends Layout {
  /** 0 without ids. */
  readonly id: number;
  readonly time: number;
  readonly direction: number;
  readonly status: number;
  readonly talk: number;
}

export interface CallTableLook {
  readonly clock: WallClock;
  readonly screen: Screen;
}

/** A table that is written page by page. */
export interface CallTable {
  readonly write: (callLogs: readonly CallLog[]) => Promise<void>;
}

/** A table that fits the terminal; its columns are as wide as the first page wants them. Nothing is written without calls. */
export function callTable({ clock, screen }: CallTableLook): CallTable {
  const width = Math.max(screen.columns ?? WIDTH_OF_A_FILE, NARROWEST_SCREEN);
  const paint = painter(screen.colours);
  let widths: Widths | null = null;
  return {
    async write(callLogs) {
      const rows = callLogs.map((call) => callRow(call, clock)).map((row) => (width < WITHOUT_DATE_BELOW ? withoutDate(row) : row));
      if (rows.length === 0) return;
      let lines: string[] = [];
      if (widths === null) {
        widths = widthsFor(rows, width);
        const withZone = `TIME (${clock.timezone})`;
        const heading = { ...HEADING, time: withZone.length <= widths.time ? withZone : HEADING.time };
        lines.push(paint(line(heading, heading.status, widths), 'bold'));
      }
      for (const row of rows) {
        lines.push(line(row, paint(row.status, row.statusPaint), widths));
        if (widths.way === null && row.way !== '') lines.push(paint(fitted(`  ${row.way}`, width).trimEnd(), 'dim'));
        if (lines.length < LINES_AT_ONCE) continue;
        await screen.write(`${lines.join('\n')}\n`);
        lines = [];
      }
      if (lines.length > 0) await screen.write(`${lines.join('\n')}\n`);
    },
  };
}

/** Writes the calls as a table that fits the terminal; nothing at all when there are none. */
export async function writeCallTable(tellings: readonly Telling[], look: CallTableLook): Promise<void> {
  await callTable(look).write(tellings.map(({ callLog }) => callLog));
}

type Texts = Omit<CallRow, 'statusPaint'>;

const HEADING: Texts = {
  id: 'ID',
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
  const id = rows.some((row) => row.id !== '') ? wanted('id') : 0;
  const fixed = {
    id,
    time: rows[0]?.time.length ?? 0,
    direction: wanted('direction'),
    // Later pages may bring a longer one.
    status: Math.max(wanted('status'), id === 0 ? 0 : LONGEST_STATUS.length),
    talk: wanted('talk'),
  };
  const room = width - (id === 0 ? 0 : id + GAP) - fixed.time - fixed.direction - fixed.status - fixed.talk - 6 * GAP;
  return {
    ...fixed,
    ...layout(room, { from: wanted('from'), dialled: wanted('dialled'), reached: wanted('reached'), way: wanted('way') }),
  };
}

function line(row: Texts, status: string, widths: Widths): string {
  const cells = [
    ...(widths.id === 0 ? [] : [row.id.padStart(widths.id)]),
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

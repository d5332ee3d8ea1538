import { textWidth } from './text-width.js';

/** Columns of the table that are not as wide as their texts want when there is not enough room. */
export interface Flexible {
  readonly from: number;
  readonly dialled: number;
  readonly reached: number;
}

export interface Layout extends Flexible {
  /** Room for what happened on the way, or null when it goes to a line of its own. */
  readonly way: number | null;
}

/** Between two columns. */
export const GAP = 2;

const WIDEST = 32;
const NARROWEST = 6;
const WAY_WORTH_A_COLUMN = 28;
const SHARE_OF_WAY = 0.5;
/** People are still recognised by so much of their name and number. */
const ENOUGH_BESIDE_WAY = 20;

/** The widest of some texts, the heading included. */
export function widest(heading: string, texts: Iterable<string>): number {
  let width = textWidth(heading);
  for (const text of texts) width = Math.max(width, textWidth(text));
  return width;
}

/** Divides the room that the fixed columns leave. */
export function layout(room: number, wanted: Flexible & { readonly way: number }): Layout {
  const capped = {
    from: Math.min(wanted.from, WIDEST),
    dialled: Math.min(wanted.dialled, WIDEST),
    reached: Math.min(wanted.reached, WIDEST),
  };
  const way = Math.min(wanted.way, Math.max(WAY_WORTH_A_COLUMN, Math.floor(room * SHARE_OF_WAY)));
  const beside = shrunk(capped, room - way - GAP, ENOUGH_BESIDE_WAY);
  const left = room - total(beside) - GAP;
  if (left >= Math.min(way, WAY_WORTH_A_COLUMN)) return { ...beside, way: left };
  return { ...shrunk(capped, room, NARROWEST), way: null };
}

function total({ from, dialled, reached }: Flexible): number {
  return from + dialled + reached;
}

/** Takes from the widest column until all fit, but never makes one narrower than told. */
function shrunk(columns: Flexible, room: number, narrowest: number): Flexible {
  const widths = { ...columns };
  for (let over = total(widths) - room; over > 0; over--) {
    const [largest] = (['from', 'reached', 'dialled'] as const).toSorted((one, other) => widths[other] - widths[one]);
    if (largest === undefined || widths[largest] <= narrowest) break;
    widths[largest]--;
  }
  return widths;
}

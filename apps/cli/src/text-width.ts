import stringWidth from 'string-width';

const PLAIN = /^[\u0020-\u007E]*$/;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that a text takes on a terminal: 1 for é however it is written, 2 for 漢. */
export function textWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** The text in exactly so many columns: filled up with spaces, or cut between letters with an ellipsis. */
export function fitted(text: string, columns: number): string {
  const width = textWidth(text);
  if (width <= columns) return text + ' '.repeat(columns - width);
  let kept = '';
  let used = 0;
  for (const { segment } of letters.segment(text)) {
    const next = used + textWidth(segment);
    if (next > columns - 1) break;
    kept += segment;
    used = next;
  }
  return `${kept}…${' '.repeat(Math.max(0, columns - used - 1))}`;
}

/** The bytes `[from, until)`. */
export interface ByteRange {
  readonly from: number;
  readonly until: number;
}

const ONE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * What a Range header asks of so many bytes: one range, `unsatisfiable` when it begins behind the end, null when there is none or one
 * that is passed over (several ranges, another unit), so that all is sent.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = ONE_RANGE.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { from: size - length, until: size };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  if (from >= size) return 'unsatisfiable';
  return { from, until: last === '' ? size : Math.min(Number(last) + 1, size) };
}

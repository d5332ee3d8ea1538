/**
 * The first line of an example that an output lacks, each to be found after the one before; null when it has all.
 * The widths of columns do not count, and `…` is anything.
 */
export function firstLineMissing(example: string, output: string): string | null {
  const seen = output.split('\n').map(squeezed);
  let from = 0;
  for (const line of example.split('\n').map(squeezed)) {
    if (line === '') continue;
    const at = seen.findIndex((one, index) => index >= from && patternOf(line).test(one));
    if (at < 0) return line;
    from = at + 1;
  }
  return null;
}

function squeezed(line: string): string {
  return line.trim().replace(/\s+/g, ' ');
}

function patternOf(line: string): RegExp {
  const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${line.split('…').map(literally).join('.*')}$`);
}

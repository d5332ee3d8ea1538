const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];
const STEP = 1_000;

/** `1 byte`, `512 bytes`, `1.2 MB`. */
export function byteSize(bytes: number): string {
  if (bytes === 1) return '1 byte';
  let [size, unit] = [bytes, 0];
  // What would be rounded up to the next unit is shown in that one.
  while (unit < UNITS.length - 1 && (unit === 0 ? size : Number(size.toFixed(1))) >= STEP) [size, unit] = [size / STEP, unit + 1];
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

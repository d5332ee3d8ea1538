const FIRST_MS = 100;
const LONGEST_MS = 2_000;

/** How long to wait before the next try: twice as long each time, up to two seconds; `chance` in [0, 1) keeps many from trying at once. */
export function backOffMs(failures: number, chance: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * (0.5 + chance / 2);
}

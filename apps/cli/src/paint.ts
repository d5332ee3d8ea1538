const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

export type Paint = keyof typeof CODES;

/** Puts a colour on a text where colours are wanted. */
export type Painter = (text: string, paint: Paint | null) => string;

/** A painter for a screen; one that leaves texts as they are where colours are not wanted. */
export function painter(colours: boolean): Painter {
  return (text, paint) => (colours && paint !== null ? `\u001B[${CODES[paint]}m${text}\u001B[0m` : text);
}

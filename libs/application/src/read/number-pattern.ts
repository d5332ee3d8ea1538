/** A number and what may stand around it. */
export interface NumberPattern {
  readonly text: string;
  readonly anyBefore: boolean;
  readonly anyAfter: boolean;
}

/** `_45` ends with 45, `4_` begins with 4, `_23_` contains 23. */
export function numberPattern(number: string): NumberPattern {
  const anyBefore = number.startsWith('_');
  const anyAfter = number.length > 1 && number.endsWith('_');
  return { text: number.slice(anyBefore ? 1 : 0, anyAfter ? -1 : undefined), anyBefore, anyAfter };
}

import type { Cel } from '@callstitch/domain';

/** A value with the rule that gave it and the CELs that the rule used. */
export interface Told<Value> {
  readonly value: Value;
  readonly rule: string;
  readonly cels: readonly Cel[];
}

/** The CELs that are there, of some that may not be. */
export function celsOf(...cels: readonly (Cel | null | undefined)[]): readonly Cel[] {
  return cels.filter((cel) => cel !== null && cel !== undefined);
}

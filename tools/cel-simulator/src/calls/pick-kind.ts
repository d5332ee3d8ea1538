import type { Dice } from '../dice.js';
import type { Kind } from './kinds.js';

/** A kind, each as often as it weighs. */
export function pickKind(kinds: readonly Kind[], dice: Dice): Kind {
  let rest = dice.between(
    0,
    kinds.reduce((sum, { weight }) => sum + weight, 0),
  );
  return kinds.find(({ weight }) => (rest -= weight) < 0) ?? kinds[0]!;
}

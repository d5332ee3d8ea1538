import type { Dice } from '../dice.js';

const FIRST =
  'Alice Bob Carol David Émilie Frank Grace Hugo Irène Jack Karim Léa Mia Noé Olga Paul Quentin Rosa Sam Tess Ursula Victor Wei Xavier Yann Zoé'.split(
    ' ',
  );
const LAST =
  "Martin Tremblay Nguyen Roy Côté O'Neil Lee Gagnon Bouchard Smith Evans Fortin Bélanger Caron Dubois Abbott Harris Jones Lévesque Ouellet Pelletier Singh".split(
    ' ',
  );
const COMPANIES = ['WIRELESS CALLER', 'CUSTOMER', 'BIG CLIENT', 'J DOE', 'LATE', 'E164 CALLER', 'LUCKLESS'];
/** As received: quotes stay escaped. */
const ODD = ['O\'Brien, \\"Bob\\" & Çélia; <sales>', 'Café "au lait"', 'naïve; DROP'];

/** A colleague's name; some have a comma in it. */
export function personName(dice: Dice): string {
  const [first, last] = [dice.pick(FIRST), dice.pick(LAST)];
  return dice.chance(0.05) ? `${last}, ${first}` : `${first} ${last}`;
}

/** What the carrier says of a caller: mostly nothing. */
export function outsiderName(dice: Dice): string {
  if (dice.chance(0.6)) return '';
  return dice.chance(0.1) ? dice.pick(ODD) : dice.pick(COMPANIES);
}

import { Matches } from 'class-validator';

/** An option that is a tag: a word without comma. */
export function IsTag(): PropertyDecorator {
  return Matches(/^(?! )[^,\p{Cc}]{1,128}(?<! )$/u, { message: '$property must be a word of 1 to 128 characters without a comma' });
}

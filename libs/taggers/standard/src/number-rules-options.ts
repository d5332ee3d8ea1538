import { Nested } from '@callstitch/plugin-api';
import { ArrayNotEmpty, IsIn, IsNotEmpty, IsOptional, IsString, ValidateBy, ValidateNested } from 'class-validator';
import { dialplanPattern } from './dialplan-pattern.js';
import { IsTag } from './is-tag.js';

const SIDES = ['source', 'requested', 'destination', 'any'] as const;

function IsDialplanPattern(): PropertyDecorator {
  const message = '$property must be a number, or a pattern of the dialplan such as _9XXX.';
  const validate = (value: unknown) => typeof value === 'string' && dialplanPattern(value) !== null;
  return ValidateBy({ name: 'isDialplanPattern', validator: { validate, defaultMessage: () => message } });
}

function HasPrefixOrPattern(): PropertyDecorator {
  return ValidateBy({
    name: 'hasPrefixOrPattern',
    validator: {
      validate: (_side, args) => {
        const { prefix, pattern } = args?.object as NumberRule;
        return (prefix === undefined) !== (pattern === undefined);
      },
      defaultMessage: () => 'a rule needs either a prefix or a pattern',
    },
  });
}

/** Numbers that begin with a prefix or look like a pattern get a tag. */
export class NumberRule {
  @IsTag()
  tag!: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  prefix?: string;

  @IsOptional()
  @IsDialplanPattern()
  pattern?: string;

  @IsIn(SIDES)
  @HasPrefixOrPattern()
  side: (typeof SIDES)[number] = 'any';
}

export class NumberRulesOptions {
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Nested(() => NumberRule)
  rules!: NumberRule[];
}

import { Nested } from '@callstitch/plugin-api';
import { IsArray, IsObject, IsOptional, IsTimeZone, Matches, ValidateNested } from 'class-validator';
import { IsTag } from './is-tag.js';

/** A span of local time, `[from, until)`. When `until` is not later than `from`, it ends on the next day. */
export class Span {
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '$property must be a time of day such as 09:00' })
  from!: string;

  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: '$property must be a time of day such as 17:30, or 24:00' })
  until!: string;
}

function Spans(): PropertyDecorator {
  return (target, key) => {
    [IsArray(), ValidateNested({ each: true }), Nested(() => Span)].forEach((decorate) => decorate(target, key));
  };
}

/** The spans of each weekday; a day that is not named has none. */
export class WeeklyHours {
  @Spans() monday: Span[] = [];
  @Spans() tuesday: Span[] = [];
  @Spans() wednesday: Span[] = [];
  @Spans() thursday: Span[] = [];
  @Spans() friday: Span[] = [];
  @Spans() saturday: Span[] = [];
  @Spans() sunday: Span[] = [];
}

export class BusinessHoursOptions {
  /** IANA, such as `Europe/Paris`. */
  @IsTimeZone()
  timezone!: string;

  @IsObject()
  @ValidateNested()
  @Nested(() => WeeklyHours)
  weekly!: WeeklyHours;

  /** Local days on which no span begins, such as `2026-12-25`. */
  @IsOptional()
  @IsArray()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    each: true,
    message: 'each value in $property must be a day such as 2026-12-25',
  })
  holidays: string[] = [];

  @IsTag()
  inside: string = 'business-hours';

  @IsTag()
  outside: string = 'after-hours';
}

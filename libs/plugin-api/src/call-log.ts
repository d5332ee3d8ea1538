import type { CallLog as DomainCallLog, Instant } from '@callstitch/domain';

/** Instants as Dates, all the way down. */
type Dated<Value> = Value extends Instant
  ? Date
  : Value extends readonly (infer Item)[]
    ? readonly Dated<Item>[]
    : Value extends string | number | boolean | null
      ? Value
      : { readonly [Key in keyof Value]: Dated<Value[Key]> };

/** One call as plugins see it: as the JSON shows it, with Dates for times. Frozen; a plugin cannot change a call. */
export type CallLog = Dated<DomainCallLog>;

/** Somebody whose line rang or was used. */
export type Participant = CallLog['participants'][number];

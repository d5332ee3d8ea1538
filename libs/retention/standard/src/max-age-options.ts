import { Nested } from '@callstitch/plugin-api';
import { IsBoolean, IsInt, IsOptional, Max, Min, ValidateBy, ValidateNested } from 'class-validator';

/** A hundred years; more is a slip of the finger. */
const MOST_DAYS = 36_525;

function IsDays(): PropertyDecorator {
  return (target, key) => {
    [IsOptional(), IsInt(), Min(0), Max(MOST_DAYS)].forEach((decorate) => decorate(target, key));
  };
}

/** How old the calls of one tenant may be. What is not given is as for everybody; null keeps it for ever. */
export class TenantDays {
  @IsDays()
  callLogDays?: number | null;

  @IsDays()
  recordingDays?: number | null;

  @IsDays()
  exportDays?: number | null;
}

/** Days after which things go; what is not given stays. */
export class MaxAgeOptions extends TenantDays {
  /** CELs belong to no tenant, and in a table of Asterisk's own they are not ours: they go only when this says so. */
  @IsDays()
  celDays?: number | null;

  /** By the tenant's uuid, over the numbers for everybody. */
  @IsOptional()
  @ValidateNested({ each: true })
  @HasUuidKeys()
  @Nested(() => TenantDays, { byKey: true })
  tenants = new Map<string, TenantDays>();

  /** 0 days deletes everything up to now; without this it is taken for a mistake. */
  @IsBoolean()
  @AllowsEveryZero()
  allowZeroDays = false;
}

function HasUuidKeys(): PropertyDecorator {
  const validate = (value: unknown) => value instanceof Map && [...value.keys()].every((key) => UUID.test(String(key)));
  return ValidateBy({ name: 'hasUuidKeys', validator: { validate, defaultMessage: () => 'each tenant must be named by its uuid' } });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function AllowsEveryZero(): PropertyDecorator {
  return ValidateBy({
    name: 'allowsEveryZero',
    validator: {
      validate: (allowed, args) => allowed === true || zerosOf(args?.object as MaxAgeOptions).length === 0,
      defaultMessage: (args) => `${zerosOf(args?.object as MaxAgeOptions).join(', ')} of 0 days needs allowZeroDays: true`,
    },
  });
}

function zerosOf(options: MaxAgeOptions): string[] {
  const zeros = (days: object, above: string) =>
    Object.entries(days).flatMap(([key, value]) => (key.endsWith('Days') && value === 0 ? [above + key] : []));
  const { tenants } = options as { tenants: unknown };
  const all =
    tenants instanceof Map ? [...tenants].flatMap(([tenant, days]) => zeros(Object(days) as object, `tenants.${String(tenant)}.`)) : [];
  return [...zeros(options, ''), ...all];
}

import { IsArray, IsNotEmpty, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { Nested } from '@callstitch/plugin-api';
import { DEFAULTS } from './defaults.js';

/** A tagger in use: `{ package: callstitch-plugin-weekend, tagger: weekend }`. */
export class TaggerInUse {
  @IsString()
  @IsNotEmpty()
  readonly package!: string;

  @IsString()
  @IsNotEmpty()
  readonly tagger!: string;

  @IsOptional()
  @IsObject()
  readonly options?: object;
}

/** A retention policy in use: `{ package: callstitch-plugin-weekend, policy: keep-days, options: … }`. */
export class PolicyInUse {
  @IsString()
  @IsNotEmpty()
  readonly package!: string;

  @IsString()
  @IsNotEmpty()
  readonly policy!: string;

  @IsOptional()
  @IsObject()
  readonly options?: object;
}

/** What the configuration file says; without one it is as if it were empty. */
export class Config {
  /** In the order in which their tags come. */
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => TaggerInUse)
  readonly taggers: readonly TaggerInUse[] = unlessSaidOtherwise();

  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PolicyInUse)
  readonly retentionPolicies: readonly PolicyInUse[] = [];
}

function unlessSaidOtherwise(): readonly TaggerInUse[] {
  return DEFAULTS.taggers.map((one) => Object.assign(new TaggerInUse(), one));
}

import { Nested } from '@callstitch/plugin-api';
import { IsArray, IsNotEmpty, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
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

/** Which taggers and policies are in use. */
export class PluginsInUse {
  /** In the order in which their tags come. */
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => TaggerInUse)
  readonly taggers: readonly TaggerInUse[] = DEFAULTS.taggers.map((one) => Object.assign(new TaggerInUse(), one));

  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PolicyInUse)
  readonly retentionPolicies: readonly PolicyInUse[] = DEFAULTS.retentionPolicies.map((one) => Object.assign(new PolicyInUse(), one));
}

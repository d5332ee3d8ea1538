import { Nested } from '@callstitch/plugin-api';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsTimeZone,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsAmqpUrl } from './url-rules.js';

/** A bus that tells that CELs have come. */
export class AmqpSourceConfig {
  /** Without a password; the environment variable CALLSTITCH_AMQP says the whole. */
  @IsOptional()
  @IsAmqpUrl()
  readonly url: string | null = null;

  @IsString()
  @IsNotEmpty()
  readonly exchange: string = 'wazo-headers';

  /** Ours alone; several nodes share it. */
  @IsString()
  @IsNotEmpty()
  readonly queue: string = 'callstitch.cel';
}

/** A manager interface; its secret is in the environment variable CALLSTITCH_AMI_SECRET. */
export class AmiSourceConfig {
  @IsString()
  @IsNotEmpty()
  readonly host: string = '127.0.0.1';

  @IsInt()
  @Min(1)
  @Max(65_535)
  readonly port: number = 5_038;

  @IsBoolean()
  readonly tls: boolean = false;

  /** A file with the certificate, in PEM, of who vouches for the server's; null for those that the system trusts. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly authority: string | null = null;

  @IsString()
  @IsNotEmpty()
  readonly username!: string;
}

/** Where CELs come from, beside the table `cel` itself. */
export class SourcesConfig {
  /** CSV files that Asterisk appends to. */
  @IsArray()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @ArrayUnique()
  readonly follow: readonly string[] = [];

  /** Names of the columns of files without a header; null for those of Asterisk's sample configuration. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @IsString({ each: true })
  readonly columns: readonly string[] | null = null;

  /** Asterisk's zone, for times that name none; the machine's own unless named. */
  @IsTimeZone({ message: '$property is the name of a time zone, such as Europe/Paris' })
  readonly timezone: string = Intl.DateTimeFormat().resolvedOptions().timeZone;

  @IsOptional()
  @ValidateNested()
  @Nested(() => AmqpSourceConfig)
  readonly amqp: AmqpSourceConfig | null = null;

  @IsOptional()
  @ValidateNested()
  @Nested(() => AmiSourceConfig)
  readonly ami: AmiSourceConfig | null = null;
}

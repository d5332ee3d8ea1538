import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsPositive,
  IsString,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Nested } from '@callstitch/plugin-api';
import { AnnounceConfig } from './announce-config.js';
import { JobsConfig } from './jobs-config.js';
import { LISTEN } from './listen.js';
import { LiveConfig } from './live-config.js';
import { MailConfig } from './mail-config.js';
import { PluginsInUse } from './plugin-choices.js';
import { SchedulesConfig } from './schedules-config.js';
import { SourcesConfig } from './sources-config.js';
import { IsAuthentication, IsHttpUrl, IsPostgresUrl } from './url-rules.js';

/** What callstitch.yml and the environment say together; without either it is as if both were empty. */
export class Config extends PluginsInUse {
  /** null for our own PostgreSQL in the data directory. */
  @IsOptional()
  @IsPostgresUrl()
  readonly databaseUrl: string | null = null;

  /** Where Asterisk's `cel` table is, when it is elsewhere. */
  @IsOptional()
  @IsPostgresUrl()
  readonly celDatabaseUrl: string | null = null;

  @IsString()
  @IsNotEmpty()
  readonly dataDirectory: string = './data';

  /** Whose the calls are that neither an event nor the directory gives a tenant. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly tenant: string | null = null;

  @IsIn(['auto', 'asterisk', 'wazo'])
  readonly dialect: string = 'auto';

  /** People, lines and tenants: a file, or the URL of a wazo-confd. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly directory: string | null = null;

  /** Outside lines. */
  @IsArray()
  @IsString({ each: true })
  readonly trunks: readonly string[] = [];

  /** Numbers of the company. */
  @IsArray()
  @IsString({ each: true })
  readonly internal: readonly string[] = [];

  /** A call without an end is over after so much silence. */
  @IsInt()
  @IsPositive()
  readonly silentAfterMinutes: number = 240;

  /** Directories of recordings; files outside of them are not touched. */
  @IsArray()
  @IsString({ each: true })
  @ArrayUnique()
  readonly recordings: readonly string[] = [];

  /** Where exports of recordings are; null for `exports` in the data directory. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly exportDirectory: string | null = null;

  /** Where a purge writes call logs before it deletes them; null for nowhere. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly archiveDirectory: string | null = null;

  @Matches(LISTEN, { message: '$property is an address and a port, such as 127.0.0.1:9298' })
  readonly listen: string = '127.0.0.1:9298';

  @IsAuthentication()
  readonly authentication: string = 'local';

  /** Whether pages of other sites may ask the service. */
  @IsBoolean({ message: '$property is on or off' })
  readonly cors: boolean = true;

  @ValidateIf(({ publicUrl, mail }: Config) => publicUrl !== null || mail !== null)
  @IsHttpUrl('$property is where people reach the service, such as https://pbx.example.org; letters link to it')
  readonly publicUrl: string | null = null;

  @IsOptional()
  @ValidateNested()
  @Nested(() => MailConfig)
  readonly mail: MailConfig | null = null;

  @ValidateNested()
  @Nested(() => AnnounceConfig)
  readonly announce: AnnounceConfig = new AnnounceConfig();

  @ValidateNested()
  @Nested(() => SchedulesConfig)
  readonly schedules: SchedulesConfig = new SchedulesConfig();

  @ValidateNested()
  @Nested(() => JobsConfig)
  readonly jobs: JobsConfig = new JobsConfig();

  @ValidateNested()
  @Nested(() => LiveConfig)
  readonly live: LiveConfig = new LiveConfig();

  @ValidateNested()
  @Nested(() => SourcesConfig)
  readonly sources: SourcesConfig = new SourcesConfig();
}

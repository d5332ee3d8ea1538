import type { AnnouncementName } from '@callstitch/application';
import { ANNOUNCEMENT_NAMES } from '@callstitch/application';
import type { Direction } from '@callstitch/domain';
import { Nested } from '@callstitch/plugin-api';
import { IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { IsAmqpUrl, IsHttpUrl } from './url-rules.js';

/** A bus that is told. */
export class AnnounceAmqpConfig {
  @IsAmqpUrl()
  readonly url!: string;

  @IsString()
  @IsNotEmpty()
  readonly exchange: string = 'wazo-headers';

  @IsIn(['headers', 'topic', 'fanout', 'direct'])
  readonly exchangeType: string = 'headers';

  /** On a Wazo its `XIVO_UUID`. */
  @IsOptional()
  @IsString()
  readonly originUuid: string | null = null;
}

/** Who is told by HTTP, and of what; what is absent does not restrict. */
export class WebhookConfig {
  @Matches(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { message: '$property is made of small letters, digits and dashes' })
  readonly name!: string;

  @IsHttpUrl('$property is where its receiver listens, such as https://crm.example.org/calls')
  readonly url!: string;

  @Matches(/^[A-Za-z_]\w*$/, { message: '$property is the name of the environment variable that holds the secret of its signatures' })
  readonly secretEnv!: string;

  @IsOptional()
  @IsIn(ANNOUNCEMENT_NAMES, { each: true })
  readonly events?: readonly AnnouncementName[];

  @IsOptional()
  @IsUUID(undefined, { each: true })
  readonly tenants?: readonly string[];

  @IsOptional()
  @IsIn(['internal', 'inbound', 'outbound'], { each: true })
  readonly directions?: readonly Direction[];

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  readonly tags?: readonly string[];

  @IsOptional()
  @IsUUID(undefined, { each: true })
  readonly users?: readonly string[];

  @IsInt()
  @Min(1)
  @Max(60)
  readonly timeoutSeconds: number = 10;

  @IsOptional()
  @IsString()
  readonly from?: string;
}

/** Who is told what happens to call logs, exports and retentions. */
export class AnnounceConfig {
  @IsOptional()
  @ValidateNested()
  @Nested(() => AnnounceAmqpConfig)
  readonly amqp: AnnounceAmqpConfig | null = null;

  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => WebhookConfig)
  readonly webhooks: readonly WebhookConfig[] = [];
}

import type { Authentication, TranscriptionFilter } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { Callstitch } from '@callstitch/runtime';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From } from '../access/admitted.js';
import { tenantsOf } from '../access/tenants.js';
import { transcriptionItem } from '@callstitch/application';
import { Parameters } from '../open-api/parameters.decorator.js';
import { Parameter } from '../parameters/parameter.decorator.js';
import { firstOfEach, readParameters } from '../parameters/read-parameters.js';
import { dateTime, list, oneOf, text, wholeNumber } from '../parameters/readers.js';
import { AUTHENTICATION, CALLSTITCH } from '../parts.js';

const MOST = 9_007_199_254_740_991;
const ORDERS = { created_at: 'createdAt', message_id: 'messageId' } as const;

/** The parameters of the list of transcriptions. */
export class TranscriptionsQuery {
  @Parameter(dateTime, { description: 'messages that were first written down at or after it' })
  readonly from?: Instant;

  @Parameter(dateTime, { description: 'messages that were first written down before it' })
  readonly until?: Instant;

  @Parameter(text(), { name: 'search_text', description: 'part of what was said' })
  readonly searchText?: string;

  @Parameter(list(wholeNumber({ min: -MOST, max: MOST })), { name: 'voicemail_id', description: 'one of these' })
  readonly voicemailIds?: readonly number[];

  @Parameter(oneOf(['created_at', 'message_id']))
  readonly order: 'created_at' | 'message_id' = 'created_at';

  @Parameter(oneOf(['asc', 'desc']))
  readonly direction: 'asc' | 'desc' = 'desc';

  @Parameter(wholeNumber({ min: 0, max: MOST }), { description: '0 for none' })
  readonly limit: number = 1_000;

  @Parameter(wholeNumber({ min: 0, max: MOST }))
  readonly offset: number = 0;
}

/** What was said in voicemail messages. */
@Controller('voicemails/transcriptions')
export class TranscriptionsController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
  ) {}

  @Get()
  @Access('call-logd.voicemails.transcriptions.read')
  @Parameters(TranscriptionsQuery, 'Voicemail messages in writing')
  async list(@From() from: Caller, @Query() sent: unknown): Promise<object> {
    const query = await readParameters(TranscriptionsQuery, firstOfEach(sent));
    const { order, direction, limit, offset } = query;
    const filter = filterOf(query, await tenantsOf(from, true, this.authentication));
    const place = { order: ORDERS[order], descending: direction === 'desc', limit, offset };
    const { items, total, filtered } = await this.callstitch.transcriptions.find(filter, place);
    return {
      items: items.map(transcriptionItem),
      total,
      filtered,
    };
  }
}

function filterOf({ from, until, searchText, voicemailIds }: TranscriptionsQuery, tenantUuids: readonly string[]): TranscriptionFilter {
  return {
    tenantUuids,
    ...(from === undefined ? {} : { createdFrom: from }),
    ...(until === undefined ? {} : { createdUntil: until }),
    ...(searchText === undefined ? {} : { searchText }),
    ...(voicemailIds === undefined ? {} : { voicemailIds }),
  };
}

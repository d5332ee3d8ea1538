import type { Authentication } from '@callstitch/application';
import { admit, feedPlace } from '@callstitch/application';
import type { Callstitch } from '@callstitch/runtime';
import type { OnModuleDestroy } from '@nestjs/common';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From, userOf } from '../access/admitted.js';
import { tenantsOf } from '../access/tenants.js';
import { Parameters } from '../open-api/parameters.decorator.js';
import { firstOfEach, readParameters } from '../parameters/read-parameters.js';
import { AUTHENTICATION, CALLSTITCH, STREAM_BEAT_SECONDS } from '../parts.js';
import { EventStream } from './event-stream.js';
import { MyStreamQuery, StreamQuery } from './stream-query.js';
import type { StreamScope } from './tell-changes.js';
import { tellChanges } from './tell-changes.js';

const STREAM_ACCESS = 'call-logd.cdr.stream.read';
const MY_STREAM_ACCESS = 'call-logd.users.me.cdr.stream.read';

/** What happens to call logs, as it happens: server-sent events. */
@Controller()
export class StreamController implements OnModuleDestroy {
  private readonly open = new Set<EventStream>();
  private isStopping = false;

  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
    @Inject(STREAM_BEAT_SECONDS) private readonly beatSeconds: number,
  ) {}

  @Get('cdr/stream')
  @Access(STREAM_ACCESS, { inQuery: true })
  @Parameters(StreamQuery, 'Changes of call logs as server-sent events')
  async stream(@From() from: Caller, @Query() sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after, recurse } = await readParameters(StreamQuery, firstOfEach(sent));
    const tenants = await tenantsOf(from, recurse, this.authentication);
    const scope = { tenants, userUuid: null, after: placeOf(request, after) };
    await this.answer(scope, reply, () => this.isStillAdmitted(from, STREAM_ACCESS));
  }

  @Get('users/me/cdr/stream')
  @Access(MY_STREAM_ACCESS, { inQuery: true })
  @Parameters(MyStreamQuery, 'Changes of call logs in which the user of the token took part, as server-sent events')
  async myStream(@From() from: Caller, @Query() sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after } = await readParameters(MyStreamQuery, firstOfEach(sent));
    const scope: StreamScope = { tenants: [from.tenantUuid], userUuid: userOf(from), after: placeOf(request, after) };
    await this.answer(scope, reply, () => this.isStillAdmitted(from, MY_STREAM_ACCESS));
  }

  /** The service stops: clients come again, to it or to another one. */
  onModuleDestroy(): void {
    this.isStopping = true;
    for (const stream of this.open) stream.end();
  }

  private async answer(scope: StreamScope, reply: FastifyReply, isStillAdmitted: () => Promise<boolean>): Promise<void> {
    const stream = new EventStream();
    this.open.add(stream);
    if (this.isStopping) stream.end();
    const beat = setInterval(() => {
      void isStillAdmitted().then((admitted) => (admitted ? stream.beat() : stream.end()));
    }, this.beatSeconds * 1_000);
    let stop: (() => void) | null = null;
    stream.once('close', () => {
      clearInterval(beat);
      this.open.delete(stream);
      stop?.();
    });
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      // Nothing else is asked by it later: a service that stops need not wait for it.
      .header('connection', 'close')
      // Else a proxy would collect events before it passes them on.
      .header('x-accel-buffering', 'no')
      .send(stream);
    try {
      stop = await tellChanges(stream, scope, this.callstitch.announcing.changes);
      if (stream.destroyed) stop();
    } catch {
      // The answer has begun: its end is all that can be said.
      stream.destroy();
    }
  }

  /** A token that was revoked, or of which nobody can say, hears nothing more. */
  private async isStillAdmitted({ token, tenantUuid }: Caller, requiredAccess: string): Promise<boolean> {
    try {
      const knock = { token, requiredAccess, headerTenantUuid: null, queryTenantUuid: tenantUuid };
      return (await admit(knock, this.authentication)).kind === 'admitted';
    } catch {
      return false;
    }
  }
}

/** Where a client goes on: its header, which a browser sends when it connects again, before the query. */
function placeOf({ headers }: FastifyRequest, after: string): string | null {
  const header = headers['last-event-id'];
  const place = typeof header === 'string' && header !== '' ? header : after;
  if (place === '') return null;
  feedPlace(place);
  return place;
}

import type { Voicemail } from '@callstitch/domain';
import { mailboxOf } from './questions.js';
import { readLine } from './read-line.js';
import type { ConfdLine } from './read-line.js';
import { readFirst } from './read-page.js';
import { readUser } from './read-user.js';
import type { ConfdUser } from './read-user.js';
import { itemOf, numberOf, textOf, textOrNull, wrongShape } from './shape.js';
import type { WayToAsk } from './way-to-ask.js';

/** A voicemail with what it is found by. */
export interface ConfdVoicemail extends Voicemail {
  readonly number: string;
  readonly context: string | null;
  readonly tenantUuid: string | null;
}

/** A dialplan context and whose it is. */
export interface ConfdContext {
  readonly name: string;
  readonly tenantUuid: string;
}

/** The only one; which of several comes first, only confd can say. */
const only = <Answer>(candidates: readonly Answer[]): Answer | undefined => (candidates.length === 1 ? candidates[0] : undefined);

export const lines: WayToAsk<ConfdLine> = {
  one: (name, client) =>
    client.get({ path: 'lines', query: { name, recurse: 'true' } }, (reply) =>
      readFirst(reply, { read: readLine, isAsked: (line) => line.name === name }),
    ),
  listPath: 'lines',
  identify: (item) => {
    const answer = readLine(item);
    return { key: answer.name, answer };
  },
  choose: only,
};

export const users: WayToAsk<ConfdUser> = {
  one: (uuid, client) =>
    client.get({ path: `users/${encodeURIComponent(uuid)}` }, (reply) => {
      if (reply.kind === 'absent') return null;
      if (reply.kind !== 'body') throw wrongShape('a user without tenant');
      const user = readUser(reply.body);
      if (user.uuid.toLowerCase() !== uuid.toLowerCase()) throw wrongShape('another user than asked for');
      return user;
    }),
  listPath: 'users',
  identify: (item) => {
    const answer = readUser(item);
    return { key: answer.uuid, answer };
  },
  choose: only,
};

export const contexts: WayToAsk<ConfdContext> = {
  one: (name, client) =>
    client.get({ path: 'contexts', query: { name, recurse: 'true' } }, (reply) =>
      readFirst(reply, { read: readContext, isAsked: (context) => context.name === name }),
    ),
  listPath: 'contexts',
  identify: (item) => {
    const answer = readContext(item);
    return { key: answer.name, answer };
  },
  choose: only,
};

export const voicemails: WayToAsk<ConfdVoicemail> = {
  one: (subject, client) => {
    const { number, context, tenantUuid } = mailboxOf(subject);
    const query = { number, ...(context === null ? {} : { context }), recurse: 'true' };
    return client.get({ path: 'voicemails', query, tenantUuid }, (reply) => {
      if (reply.kind === 'no tenant') return null;
      return readFirst(reply, {
        read: readVoicemail,
        isAsked: (found) => found.number === number && (context === null || found.context === context),
      });
    });
  },
  listPath: 'voicemails',
  identify: (item) => {
    const answer = readVoicemail(item);
    return { key: answer.number, answer };
  },
  keyOf: (subject) => mailboxOf(subject).number,
  choose: (candidates, subject) => {
    const { context, tenantUuid } = mailboxOf(subject);
    const found = only(candidates);
    const isCertain =
      found !== undefined && (context === null || found.context === context) && (tenantUuid ?? found.tenantUuid) === found.tenantUuid;
    return isCertain ? found : undefined;
  },
};

function readContext(value: unknown): ConfdContext {
  const context = itemOf(value, 'a context');
  return { name: textOf(context, 'name'), tenantUuid: textOf(context, 'tenant_uuid') };
}

function readVoicemail(value: unknown): ConfdVoicemail {
  const voicemail = itemOf(value, 'a voicemail');
  return {
    id: String(numberOf(voicemail, 'id')),
    name: textOrNull(voicemail, 'name') ?? '',
    number: textOf(voicemail, 'number'),
    context: textOrNull(voicemail, 'context'),
    tenantUuid: textOrNull(voicemail, 'tenant_uuid'),
  };
}

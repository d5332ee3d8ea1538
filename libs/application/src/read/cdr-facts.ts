import type { CallLog, Participant } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';
import type { CdrStatus } from './cdr-status.js';

/** What Wazo's API shows, filters or sorts by and a call log does not hold as it is. */
export interface CdrFacts {
  readonly status: CdrStatus;
  /** Whole seconds from the answer to the end; null when nobody answered. */
  readonly durationSeconds: number | null;
  /** Users among the sources; the first is the one shown. */
  readonly sourceUserUuids: readonly string[];
  readonly sourceLineId: number | null;
  readonly destinationUserUuid: string | null;
  readonly destinationLineId: number | null;
  readonly requestedUserUuid: string | null;
}

type User = Participant & { readonly userUuid: string };

/** Derives them; participants that are no users count nowhere, as Wazo has none. */
export function cdrFacts({ status, answeredAt, endedAt, reachedVoicemail, participants }: CallLog): CdrFacts {
  const users = participants.filter((one): one is User => one.userUuid !== null);
  const sources = users.filter(({ role }) => role === 'source');
  const destination = finalDestination(users);
  return {
    status: cdrStatus({ status, answeredAt, reachedVoicemail }),
    durationSeconds: answeredAt === null ? null : Math.max(0, Math.floor(secondsBetween(answeredAt, endedAt))),
    sourceUserUuids: [...new Set(sources.map(({ userUuid }) => userUuid))],
    sourceLineId: sources[0]?.lineId ?? null,
    destinationUserUuid: destination?.userUuid ?? null,
    destinationLineId: destination?.lineId ?? null,
    requestedUserUuid: users.find(({ requested }) => requested)?.userUuid ?? null,
  };
}

function cdrStatus({ status, answeredAt, reachedVoicemail }: Pick<CallLog, 'status' | 'answeredAt' | 'reachedVoicemail'>): CdrStatus {
  if (status === 'blocked') return 'blocked';
  if (answeredAt !== null) return 'answered';
  return reachedVoicemail ? 'voicemail' : 'unknown';
}

/** Who answered; among several, or when nobody did, the greatest uuid: not the last one rung. */
function finalDestination(users: readonly User[]): User | undefined {
  return users.filter(({ role }) => role === 'destination').sort((one, other) => (isAfter(one, other) ? -1 : 1))[0];
}

function isAfter(one: User, other: User): boolean {
  return one.answered === other.answered ? one.userUuid.toLowerCase() > other.userUuid.toLowerCase() : one.answered;
}

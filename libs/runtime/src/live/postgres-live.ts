import { CallstitchError } from '@callstitch/domain';
import type { Database } from '@callstitch/persistence';
import type { LiveParts } from './live-parts.js';
import type { SourceParts } from './open-sources.js';
import { openSources } from './open-sources.js';

export interface PostgresLiveOptions {
  readonly database: Database;
  /** Of the database where the table `cel` is. */
  readonly celUrl: string;
  /** Whether that database is our own one. */
  readonly isOurs: boolean;
  readonly sources: SourceParts;
}

/** Live generation on PostgreSQL: the trigger tells, and looking at the table makes sure. */
export function postgresLive(
  { PostgresLiveClaims, installCelTrigger, isOurCelTable, notifyArrivals, pollArrivals }: typeof import('@callstitch/persistence'),
  { database, celUrl, isOurs, sources }: PostgresLiveOptions,
): LiveParts {
  return {
    claims: new PostgresLiveClaims(database.pool),
    arrivals: ({ pollSeconds }) => [notifyArrivals({ url: celUrl }), pollArrivals({ pool: database.celPool, seconds: pollSeconds })],
    openSources: (settings) => openSources(settings, sources),
    async prepare({ trigger }) {
      if (trigger === 'no') return;
      if (trigger === 'auto') {
        // Where it cannot be installed, the table is looked at.
        if (isOurs || (await isOurCelTable(celUrl))) await installCelTrigger(celUrl).catch(() => undefined);
        return;
      }
      await installCelTrigger(celUrl).catch((error: unknown) => {
        throw triggerRefused(error);
      });
    },
  };
}

function triggerRefused(error: unknown): CallstitchError {
  const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  return new CallstitchError(
    'DATABASE_UNREACHABLE',
    `The trigger on the table cel cannot be installed: ${reason}. Let its owner do it once, or set live.trigger to no; the table is looked at every few seconds.`,
    { cause: error },
  );
}

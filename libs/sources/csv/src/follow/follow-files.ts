import type { CelArrivals, CelTable, HearArrival, Lifetime } from '@callstitch/application';
import { Endings, backOffSeconds, localTime } from '@callstitch/application';
import { resolve } from 'node:path';
import { FollowedFile } from './follow-file.js';
import { PlaceBook } from './place.js';
import { wakeUps } from './wake-ups.js';

export interface FollowFilesOptions {
  readonly files: readonly string[];
  /** Where it is remembered how far they are read. */
  readonly stateDirectory: string;
  /** The table that rows go to; rejects when it is not to be written to, or cannot be. */
  readonly table: () => Promise<CelTable>;
  /** IANA name of the zone of times that name none. */
  readonly timezone?: string;
  /** Names of the columns of files without a header; those of Asterisk's sample configuration unless named. */
  readonly columns?: readonly string[];
  /** How often files are looked at, beside what the system tells. */
  readonly pollSeconds?: number;
}

const NAME = 'follow';
const MS_PER_SECOND = 1_000;

/** Between two looks while a file is rotated. */
const ROTATION_MS = 300;

/**
 * Follows CSV files that Asterisk appends to: their rows go into our table, each once, and are told of. How far they are
 * read is remembered, so that a restart reads on; nobody needs to hear of an unknown arrival.
 */
export function followFiles(options: FollowFilesOptions): CelArrivals {
  return {
    name: NAME,
    async listen(hear, lifetime) {
      await Promise.all(options.files.map((file) => follow(resolve(file), options, hear, lifetime)));
    },
  };
}

async function follow(
  path: string,
  { stateDirectory, table, timezone = 'UTC', columns, pollSeconds = 1 }: FollowFilesOptions,
  hear: HearArrival,
  { isStopped, pause, onTrouble }: Lifetime,
): Promise<void> {
  const endings = new Endings();
  const onFault = (message: string): void => onTrouble({ name: NAME, message });
  const file = new FollowedFile({
    ...{ path, table, onFault, isStopped },
    places: new PlaceBook(stateDirectory),
    zone: localTime(timezone),
    ...(columns === undefined ? {} : { columns }),
    onCels(cels) {
      const linkedids = new Set(
        cels.filter(({ eventType, linkedid }) => endings.isWorthALook(eventType) && linkedid !== '').map(({ linkedid }) => linkedid),
      );
      // Nobody waits: the rows are in the table, and the next start looks at everything unread.
      if (linkedids.size > 0) hear({ linkedids: [...linkedids] }).catch(() => undefined);
    },
  });
  const wake = wakeUps(path, pause);
  let failures = 0;
  while (!isStopped()) {
    try {
      const isRotating = await file.look();
      failures = 0;
      if (!isStopped()) await wake.next(isRotating ? ROTATION_MS : MS_PER_SECOND * pollSeconds);
    } catch (error) {
      if (failures++ === 0) onFault(error instanceof Error ? error.message : String(error));
      await pause(MS_PER_SECOND * backOffSeconds(failures));
    }
  }
  wake.close();
}

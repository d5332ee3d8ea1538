import type { Cel, Instant, Recording, Uniqueid } from '@callstitch/domain';
import { extraText } from '@callstitch/domain';

interface Part {
  readonly path: string;
  readonly monitorId: string;
  readonly channel: Uniqueid;
  readonly startedAt: Instant;
  /** As a stop said. */
  stoppedAt: Instant | null;
}

/** When recordings end that no stop ends. */
export interface RecordingEnds {
  /** The channel that called, with its end; null when a phone was originated. */
  readonly caller: { readonly uniqueid: Uniqueid; readonly endedAt: Instant | null } | null;
  /** End of the last of the others; of an originated call, its end. */
  readonly lastEndAt: Instant | null;
}

const STANDARD_PATH =
  /^\/var\/lib\/wazo\/sounds\/tenants\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/monitor\/([0-9a-f]{8}-[0-9a-f]{4}-[0-5][0-9a-f]{3}-[089ab][0-9a-f]{3}-[0-9a-f]{12}).wav/;

function partsOf(cels: readonly Cel[]): readonly Part[] {
  const parts: Part[] = [];
  for (const cel of cels) {
    if (cel.eventType !== 'MIXMONITOR_START' && cel.eventType !== 'MIXMONITOR_STOP') continue;
    const monitorId = extraText(cel, 'mixmonitor_id');
    if (monitorId === '') continue;
    if (cel.eventType === 'MIXMONITOR_STOP') {
      // A monitor's id may be used again: the latest that runs is meant.
      const running = parts.findLast((part) => part.monitorId === monitorId && part.stoppedAt === null);
      if (running !== undefined) running.stoppedAt = cel.eventTime;
      continue;
    }
    const path = extraText(cel, 'filename');
    if (path !== '') parts.push({ path, monitorId, channel: cel.uniqueid, startedAt: cel.eventTime, stoppedAt: null });
  }
  return parts;
}

function endOf({ stoppedAt, channel }: Part, { caller, lastEndAt }: RecordingEnds): Instant | null {
  if (stoppedAt !== null) return stoppedAt;
  const ends = [lastEndAt, caller?.uniqueid === channel ? caller.endedAt : null].filter((at) => at !== null);
  return ends.length === 0 ? null : (Math.max(...ends) as Instant);
}

/**
 * Recordings by their files: a pause makes two parts of one. What has no end is left out. The uuid stands in the path
 * where Wazo chose it; of another path it is null, and the database gives one that stays.
 */
export function recordingsOf(cels: readonly Cel[], ends: RecordingEnds): readonly Recording[] {
  const byPath = new Map<string, Recording>();
  for (const part of partsOf(cels)) {
    const endedAt = endOf(part, ends);
    if (endedAt === null) continue;
    const before = byPath.get(part.path);
    byPath.set(part.path, {
      uuid: STANDARD_PATH.exec(part.path)?.[1] ?? null,
      startedAt: before?.startedAt ?? part.startedAt,
      endedAt,
      path: part.path,
    });
  }
  return [...byPath.values()].sort((one, other) => one.startedAt - other.startedAt);
}

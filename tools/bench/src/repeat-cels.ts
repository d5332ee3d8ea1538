import type { Cel, Instant, Linkedid, Uniqueid } from '@callstitch/domain';

const QUOTED = /("[a-z0-9_]*uniqueid":")([^"]+)"/g;

/**
 * A recording played again and again, each time with ids and times of its own: rows `first` up to `rows` of that.
 *
 * Equal ids of one round share one string, as a reader that interns its columns makes them.
 */
export function repeatCels(recording: readonly Cel[], rows: number, first = 0): readonly Cel[] {
  const begin = (recording[0] as Cel).eventTime;
  const lasts = recording.reduce((latest, { eventTime }) => Math.max(latest, eventTime), 0) - begin + 1;
  const repeated: Cel[] = [];
  for (let round = Math.floor(first / recording.length); round * recording.length < rows; round++) {
    const names = new Map<string, string>();
    const renamed = (id: string): string => {
      let name = names.get(id);
      if (name === undefined) {
        name = Buffer.from(`${id}.${round}`).toString();
        names.set(id, name);
      }
      return name;
    };
    for (const [index, cel] of recording.entries()) {
      const id = round * recording.length + index + 1;
      if (id <= first) continue;
      if (id > rows) break;
      repeated.push({
        ...cel,
        id,
        eventTime: (cel.eventTime + round * lasts) as Instant,
        uniqueid: renamed(cel.uniqueid) as Uniqueid,
        linkedid: renamed(cel.linkedid) as Linkedid,
        extra: cel.extra.includes('uniqueid":"')
          ? cel.extra.replace(QUOTED, (_all, key: string, id: string) => `${key}${id === 'N/A' ? id : renamed(id)}"`)
          : cel.extra,
      });
    }
  }
  return repeated;
}

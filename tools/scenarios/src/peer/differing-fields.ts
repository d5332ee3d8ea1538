import type { WazoRecord } from '@callstitch/dialect-wazo';
import type { Golden } from './peer-cases.js';

/** Fields in which a record of ours is not what the reference made. */
export function differingFields(golden: Golden, record: WazoRecord): readonly string[] {
  return (Object.keys(golden) as (keyof WazoRecord)[]).filter(
    (field) => comparable(field, golden[field]) !== comparable(field, record[field]),
  );
}

/** The order of participants and details means nothing; uuids of recordings outside of Wazo's own paths are made up. */
function comparable(field: keyof WazoRecord, value: unknown): string {
  if (field === 'participants') return JSON.stringify((value as WazoRecord['participants']).map((one) => sorted(one)).sort());
  if (field === 'destination_details') return sorted(value as object);
  if (field === 'recordings') return JSON.stringify((value as WazoRecord['recordings']).map(({ start, end, path }) => [start, end, path]));
  return JSON.stringify(value);
}

function sorted(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

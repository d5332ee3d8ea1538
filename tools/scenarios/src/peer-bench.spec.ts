import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { closing, groupConversations } from '@callstitch/correlation';
import { wazoRecord } from '@callstitch/dialect-wazo';
import { parseDirectory } from '@callstitch/directory-file';
import type { Cel } from '@callstitch/domain';
import { differingFields } from './peer/differing-fields.js';
import type { Golden } from './peer/peer-cases.js';
import { tellWazo } from './peer/tell-wazo.js';
import { readCels } from './read-scenarios.js';

/** Synthetic CELs of a Wazo system with what the reference makes of them; they lie beside the repository. */
const BENCH = join(import.meta.dirname, '../../../../shared/data/bench');

const text = (file: string): string => gunzipSync(readFileSync(join(BENCH, file))).toString();

/** The reference tells only what is over. */
function finished(cels: readonly Cel[]): readonly Cel[] {
  return groupConversations(cels).flatMap((conversation) => (closing(conversation) === null ? [] : conversation.cels));
}

if (!existsSync(BENCH)) {
  test('skipped: the synthetic CELs are not beside the repository', () => {
    console.warn(`nothing at ${BENCH}: nothing was compared`);
  });
} else {
  test('20,000 CELs of a busy system are told as the reference tells them, but for the line that answered (D-14)', async () => {
    const directory = text('directory.json.gz');
    const { service_tenant_uuid: serviceTenantUuid } = JSON.parse(directory) as { service_tenant_uuid: string };
    const cels = finished(await readCels(join(BENCH, 'cel-20k.csv.gz')));
    const told = tellWazo(cels, { directory: parseDirectory(directory, 'directory.json'), serviceTenantUuid });
    const records = new Map(told.map((call) => [call.conversationId as string, call]));
    const golden = text('reference-result-20k.jsonl.gz')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Golden);
    expect(records.size).toBe(golden.length);
    const differences = golden.flatMap((one) => {
      const call = records.get(one.conversation_id);
      if (call === undefined) return [{ field: 'missing', rang: 0 }];
      const rang = call.journey.filter(({ kind }) => kind === 'ring').flatMap(({ parties }) => parties).length;
      return differingFields(one, wazoRecord(call)).map((field) => ({ field, rang }));
    });
    for (const { field, rang } of differences) {
      expect(field).toBe('destination_line_identity');
      // Several phones rang, and the one that rang last is not the one that answered.
      expect(rang).toBeGreaterThan(1);
    }
    expect(differences.length).toBeLessThan(golden.length / 20);
  });
}

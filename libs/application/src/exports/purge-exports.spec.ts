import { momentOf } from '../testing/a-call.js';
import { exportSubject } from '../testing/export-subject.js';
import { RECORDED_TENANT, recordedCall } from '../testing/recorded-call.js';
import { previewExports, purgeExports } from './purge-exports.js';
import { runExport } from './run-export.js';

const [ONE, TWO, THREE] = [1, 2, 3].map((number) => `ec500000-0000-4000-8000-00000000000${number}`) as [string, string, string];
const ALL = { before: momentOf(501), beforeOfTenants: {} };

/** Three exports: a finished one, one that waits and a failed one. */
async function subject() {
  const own = exportSubject([recordedCall(1)]);
  for (const _ of [ONE, TWO, THREE]) await own.requested();
  await runExport(ONE, { ...own, mailer: null, now: () => momentOf(700) });
  await own.book.alone(THREE, (session) => session.fail('the disk is full'));
  const left = async () => (await own.book.expired(ALL, null, 9)).map(({ uuid }) => uuid);
  return { ...own, left };
}

test('what has outlived its use goes with its archive, whatever its status, and is counted by tenant', async () => {
  const { book, archives, left } = await subject();
  const tenants = [{ tenantUuid: RECORDED_TENANT, exports: 3 }];
  expect(await previewExports(ALL, book)).toEqual(tenants);
  expect((await left()).length).toBe(3);
  expect(await purgeExports(ALL, { book, archives })).toEqual({ tenants, failures: [], failed: 0 });
  expect([await left(), archives.kept.size]).toEqual([[], 0]);
});

test('without a limit nothing goes', async () => {
  const { book, archives, left } = await subject();
  expect(await purgeExports({ before: null, beforeOfTenants: {} }, { book, archives })).toEqual({ tenants: [], failures: [], failed: 0 });
  expect((await left()).length).toBe(3);
});

test('an archive that cannot be removed keeps its export, and holds up no other', async () => {
  const { book, archives, left } = await subject();
  archives.unremovable.set(ONE, 'in use');
  expect(await purgeExports(ALL, { book, archives })).toEqual({
    tenants: [{ tenantUuid: RECORDED_TENANT, exports: 2 }],
    failures: [{ path: `export ${ONE}`, reason: 'in use' }],
    failed: 1,
  });
  expect([await left(), archives.kept.size]).toEqual([[ONE], 1]);
});

test('one that is packed just now is left to the next purge', async () => {
  const { book, archives, left } = await subject();
  await book.alone(TWO, () => purgeExports(ALL, { book, archives }));
  expect(await left()).toEqual([TWO]);
});

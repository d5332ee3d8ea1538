import type { CallLog } from '@callstitch/domain';
import { callLogDigest } from './call-log-digest.js';
import { sampleCall } from './testing/sample-call.js';

const digest = (call: CallLog): string => callLogDigest(call).toString('hex');

/** The same value with one leaf changed, once for every leaf. */
function* changes(value: unknown): Generator {
  if (Array.isArray(value)) {
    yield value.length === 0 ? ['something'] : value.slice(1);
    for (const [index, item] of value.entries()) for (const changed of changes(item)) yield value.with(index, changed);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) for (const changed of changes(item)) yield { ...value, [key]: changed };
  } else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'boolean') yield !value;
  else yield typeof value === 'string' ? `${value}+` : 'something';
}

test('a digest has 24 bytes and is the same for ever: it is compared with those in the database', () => {
  expect(callLogDigest(sampleCall())).toHaveLength(24);
  expect(digest(sampleCall())).toBe('3a0a4785c05db32858c56cc2e9abc5c858da9a54f831e95a');
});

test('any change but that of id and version changes the digest', () => {
  const { id, version, ...content } = sampleCall();
  const changed = [...changes(content)].map((other) => digest({ ...(other as CallLog), id, version }));
  expect(changed.length).toBeGreaterThan(90);
  expect(changed).not.toContain(digest(sampleCall()));
  expect(new Set(changed).size).toBe(changed.length);
});

test('id and version do not count', () => {
  expect(digest({ ...sampleCall(), id: null, version: 99 })).toBe(digest(sampleCall()));
});

test('the order of keys does not count, that of lists does, and that of tags does not', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, reversed(item)]),
    );
  };
  expect(digest(reversed(sampleCall()) as CallLog)).toBe(digest(sampleCall()));
  expect(digest({ ...sampleCall(), transfers: [], linkedids: [...sampleCall().linkedids].reverse() })).not.toBe(
    digest({ ...sampleCall(), transfers: [] }),
  );
  expect(digest({ ...sampleCall(), tags: [...sampleCall().tags].reverse() })).toBe(digest(sampleCall()));
});

test('nobody and nothing have a digest too', () => {
  const call = sampleCall({ answeredBy: null, answeredAt: null, tenantUuid: null, participants: [], hangup: { cause: null, by: null } });
  expect(digest(call)).not.toBe(digest(sampleCall()));
});

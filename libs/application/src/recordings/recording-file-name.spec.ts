import { instant } from '@callstitch/domain';
import { recordingFileName } from './recording-file-name.js';

test('a recording is called by its start in UTC to the second, its call log and itself', () => {
  const startedAt = instant(Date.UTC(2026, 0, 5, 10, 0, 3) * 1_000 + 999_999);
  expect(recordingFileName({ uuid: '0a3f0000-0000-4000-8000-000000000001', startedAt, callLogId: 12 })).toBe(
    '2026-01-05T10_00_03UTC-12-0a3f0000-0000-4000-8000-000000000001.wav',
  );
});

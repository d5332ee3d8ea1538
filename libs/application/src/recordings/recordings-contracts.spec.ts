import { MemoryRecordingBook } from '../testing/memory-recording-book.js';
import { MemoryRecordingFiles } from '../testing/memory-recording-files.js';
import { recordingBookContract } from '../testing/recording-book-contract.js';
import { recordingFilesContract } from '../testing/recording-files-contract.js';

describe('a book of recordings in memory', () => {
  recordingBookContract((callLogs) => Promise.resolve(new MemoryRecordingBook(callLogs)), { test, expect });
});

describe('files in memory', () => {
  const subject = () => ({ files: new MemoryRecordingFiles(['/r/a.wav']), path: '/r/a.wav', content: '/r/a.wav', missing: '/r/b.wav' });
  recordingFilesContract(() => Promise.resolve(subject()), { test, expect });
});

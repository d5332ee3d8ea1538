import { archiveContract } from '../testing/archive-contract.js';
import { memoryArchiveSubject, memoryArchivesOnTest } from '../testing/memory-archive-subject.js';

describe('in memory', () => {
  archiveContract(memoryArchiveSubject, memoryArchivesOnTest, { test, expect });
});

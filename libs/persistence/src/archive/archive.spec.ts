import { archiveContract, memoryArchivesOnTest } from '@callstitch/application/testing';
import { bookFaults } from '../testing/book-faults.js';
import { purgeSubject } from '../testing/purge-subject.js';

const opened: Awaited<ReturnType<typeof purgeSubject>>[] = [];
afterEach(async () => {
  for (const subject of opened.splice(0)) {
    expect(await bookFaults(subject.pool)).toEqual([]);
    await subject.close();
  }
});

describe('on PostgreSQL', () => {
  archiveContract(
    async (cels) => {
      const subject = await purgeSubject(cels);
      opened.push(subject);
      return subject;
    },
    memoryArchivesOnTest,
    { test, expect },
  );
});

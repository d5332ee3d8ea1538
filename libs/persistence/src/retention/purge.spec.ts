import { purgeContract } from '@callstitch/application/testing';
import { purgeSubject } from '../testing/purge-subject.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((subject) => subject.close()));
});

describe('on PostgreSQL', () => {
  purgeContract(
    async (cels) => {
      const subject = await purgeSubject(cels);
      opened.push(subject);
      return subject;
    },
    { test, expect },
  );
});

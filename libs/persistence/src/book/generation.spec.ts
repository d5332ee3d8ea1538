import { generationContract } from '@callstitch/application/testing';
import { generationSubject } from '../testing/generation-subject.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((subject) => subject.close()));
});

describe('on PostgreSQL', () => {
  generationContract(
    async (cels) => {
      const subject = await generationSubject(cels);
      opened.push(subject);
      return subject;
    },
    { test, expect },
  );
});

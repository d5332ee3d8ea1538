import { cleanText } from '../clean-text.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import { progressOn } from '../progress.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';
import { resultWords } from './job-run-words.js';

/** Runs a job to its end and says what it did; its failure is the failure of the command. */
export async function runNamedJob(name: string, { json = false }: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const { run, ended } = await callstitch.jobs.begin(name);
    const progress = progressOn(terminal);
    progress.say(`running ${name}…`);
    const end = await ended.finally(() => progress.clear());
    if (end.kind !== 'succeeded') throw end.error;
    const { result } = end;
    await terminal.out.write(json ? `${jsonText({ job: name, run: run.id, result })}\n` : `${name}: ${cleanText(resultWords(result))}\n`);
    return EXIT.fine;
  });
}

import type { Writable } from 'node:stream';
import { CallstitchError } from '@callstitch/domain';
import { callStream } from '../stream/call-stream.js';
import type { ExitCode } from './exit-code.js';
import { EXIT } from './exit-code.js';
import type { InsertOptions } from './insert-cels.js';
import type { Screen } from './progress.js';
import { Progress } from './progress.js';
import type { Settings } from './settings.js';
import { readSettings } from './settings.js';
import { openTruthFile } from './truth-file.js';
import { USAGE } from './usage.js';
import { writeFile } from './write-file.js';

/** What the command sees of the machine. */
export interface World {
  readonly stdout: () => Writable;
  readonly stderr: Screen;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From now on Ctrl-C does not end the process, but says so here; a second one does. */
  readonly untilInterrupted: () => AbortSignal;
}

/** Does what the arguments say and gives the exit code; never throws. */
export async function runSimulate(args: readonly string[], world: World): Promise<ExitCode> {
  try {
    const settings = readSettings(args, world.now);
    if (settings.to === 'help') world.stdout().write(USAGE);
    else return await simulate(settings, world);
    return EXIT.fine;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Whoever reads us has seen enough, as in `… --to - | head`.
    if (code === 'EPIPE') return EXIT.fine;
    const isOurs = error instanceof CallstitchError;
    if (isOurs) world.stderr.write(`${message}\n`);
    else if (typeof code === 'string') world.stderr.write(`The rows cannot be written: ${message}.\n`);
    else world.stderr.write(`This should not have happened: ${message}. Please report it with the command you gave.\n`);
    if (!isOurs) return typeof code === 'string' ? EXIT.notWritten : EXIT.unexpected;
    return code === 'ARGUMENT_INVALID' ? EXIT.wrongArguments : EXIT.notWritten;
  }
}

async function simulate(settings: Exclude<Settings, { to: 'help' }>, { stdout, stderr, now, untilInterrupted }: World): Promise<ExitCode> {
  const progress = new Progress(stderr, now);
  const truths = openTruthFile(settings.truth);
  const cels = progress.counted(
    callStream({
      ...settings.stream,
      onCall: (truth) => {
        progress.calls++;
        truths.add(truth);
      },
    }),
  );
  const isRealTime = settings.to === 'database' && settings.connections !== null;
  const stop = isRealTime ? untilInterrupted() : new AbortController().signal;
  try {
    if (settings.to === 'file') await writeFile(settings.file, cels, stdout);
    else await writeDatabase(settings, cels, { now, stop });
  } finally {
    truths.close();
  }
  progress.end(stop.aborted ? 'stopped' : 'done');
  return stop.aborted ? EXIT.stopped : EXIT.fine;
}

async function writeDatabase(
  settings: Extract<Settings, { to: 'database' }>,
  cels: ReturnType<typeof callStream>,
  moments: Pick<InsertOptions, 'now' | 'stop'>,
): Promise<void> {
  // Only who writes into a database waits for its client to load.
  const [{ openCelTable }, { copyCels }, { insertCels }] = await Promise.all([
    import('./open-cel-table.js'),
    import('./copy-cels.js'),
    import('./insert-cels.js'),
  ]);
  const database = await openCelTable(settings);
  try {
    const { connections, stream } = settings;
    if (connections === null) await copyCels(database, cels);
    else await insertCels(database, cels, { connections, ...moments, seed: stream.seed });
  } finally {
    await database.close();
  }
}

import type { Callstitch } from '@callstitch/runtime';
import type { ExitCode } from './exit-code.js';
import { progressOn } from './progress.js';
import type { TellingOptions } from './telling-options.js';
import { tellerOptions } from './telling-options.js';
import type { Terminal } from './terminal.js';

/** Opens the call logs that the settings name, does some work with them and closes them. */
export async function withCallstitch(
  terminal: Terminal,
  { silence, ...telling }: TellingOptions & { readonly silence?: number },
  work: (callstitch: Callstitch) => Promise<ExitCode>,
): Promise<ExitCode> {
  const settings = await terminal.settings();
  const progress = progressOn(terminal);
  const waiting = setTimeout(() => progress.say('starting the database…'), WORTH_SAYING_MS);
  let callstitch: Callstitch;
  try {
    callstitch = await terminal.openCallstitch({
      ...settings,
      ...tellerOptions(telling, settings, terminal),
      silentAfterMinutes: silence ?? settings.silentAfterMinutes,
      now: terminal.clock,
    });
  } finally {
    clearTimeout(waiting);
    await progress.clear();
  }
  try {
    return await work(callstitch);
  } finally {
    await callstitch.close();
  }
}

const WORTH_SAYING_MS = 700;

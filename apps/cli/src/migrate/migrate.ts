import { migrateDatabase } from '@callstitch/runtime';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import type { Terminal } from '../terminal.js';

/** The arguments of `callstitch migrate`. */
export interface MigrateOptions {
  readonly withCel?: boolean;
  readonly withTrigger?: boolean;
  readonly json?: boolean;
}

/** Brings the tables up to date and says what was done. */
export async function migrate(options: MigrateOptions, { settings, out }: Terminal): Promise<ExitCode> {
  const { withCel = false, withTrigger = false, json = false } = options;
  const { applied, celTableCreated, triggerInstalled } = await migrateDatabase(await settings(), { withCel, withTrigger });
  const lines = [
    ...(applied.length === 0 ? ['Our tables were up to date.'] : applied.map((name) => `Applied ${name}.`)),
    ...(celTableCreated === null ? [] : [celTableCreated ? 'Made the table cel.' : 'The table cel was there and stays as it is.']),
    ...(triggerInstalled === null
      ? []
      : [triggerInstalled ? 'The table cel tells of ended calls now.' : 'The table cel told of ended calls already.']),
  ];
  await out.write(json ? `${jsonText({ applied, celTableCreated, triggerInstalled })}\n` : `${lines.join('\n')}\n`);
  return EXIT.fine;
}

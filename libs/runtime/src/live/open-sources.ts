import { readFile } from 'node:fs/promises';
import type { CelArrivals, CelTable } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import type { AmiSourceSettings, AmqpSourceSettings, SourcesSettings } from './sources-settings.js';

export interface SourceParts {
  /** The table that rows go to; rejects when it is not ours to write to. */
  readonly table: () => Promise<CelTable>;
  /** Where it is remembered how far files are read. */
  readonly stateDirectory: string;
}

/** Opens the sources that the settings name; nothing is heard of yet. Rejects with a sentence when one cannot be used here. */
export async function openSources(
  { follow, columns, timezone, amqp, ami }: SourcesSettings,
  { table, stateDirectory }: SourceParts,
): Promise<readonly CelArrivals[]> {
  // Said at the start, rather than again and again.
  if (follow.length > 0 || ami !== null) await table();
  const opened: CelArrivals[] = [];
  if (follow.length > 0) {
    const { followFiles } = await import('@callstitch/source-csv');
    opened.push(followFiles({ files: follow, stateDirectory, table, timezone, ...(columns === null ? {} : { columns }) }));
  }
  if (amqp !== null) {
    const { amqpArrivals } = await import('@callstitch/source-amqp');
    opened.push(amqpArrivals({ ...amqp, url: wantedUrl(amqp) }));
  }
  if (ami !== null) {
    const { amiArrivals } = await import('@callstitch/source-ami');
    const { secret } = ami;
    if (secret === null) throw unsaid('sources.ami wants its secret', 'CALLSTITCH_AMI_SECRET');
    opened.push(amiArrivals({ ...ami, secret, timezone, table, authority: await authorityIn(ami) }));
  }
  return opened;
}

/** Where the broker is; throws CONFIG_INVALID when nobody has said it. */
export function wantedUrl({ url }: Pick<AmqpSourceSettings, 'url'>): string {
  if (url === null) throw unsaid('sources.amqp wants the URL of the broker', 'CALLSTITCH_AMQP');
  return url;
}

async function authorityIn({ authority }: AmiSourceSettings): Promise<string | null> {
  if (authority === null) return null;
  try {
    return await readFile(authority, 'utf8');
  } catch (error) {
    const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
    throw new CallstitchError('CONFIG_INVALID', `The file ${authority} of sources.ami.authority cannot be read (${code}).`);
  }
}

function unsaid(what: string, variable: string): CallstitchError {
  return new CallstitchError('CONFIG_INVALID', `${what} in the environment variable ${variable}, which is not set.`);
}

import { importCallLogs, importCels } from '@callstitch/application';
import { openFiles } from './assemble-recordings.js';
import type { Callstitch } from './callstitch.js';
import type { CallstitchParts } from './callstitch-parts.js';
import { explained } from './database-failure.js';
import { recorded } from './recorded.js';

/** What brings in rows and call logs from files. */
export function assembleImports(parts: CallstitchParts): Pick<Callstitch, 'importCels' | 'importCallLogs'> {
  const { runs } = parts;
  return {
    importCels({ files, stdin, timezone, newIds }, onProgress) {
      return explained(async () => {
        const { csvCelSource } = await import('@callstitch/source-csv');
        const source = csvCelSource(files, { stdin, timezone });
        const table = await parts.celTable();
        return recorded(runs, {
          options: { command: 'import', files, newIds },
          work: () =>
            importCels({
              source: newIds ? { read: (onBroken) => source.read(onBroken), ownIds: () => false } : source,
              table,
              ...(onProgress === undefined ? {} : { onProgress }),
            }),
          summary: ({ brokenRows: _, ...counts }) => counts,
        });
      });
    },
    importCallLogs: ({ paths, manifest, recordings, dryRun }, onProgress) =>
      explained(async () => {
        const { readArchives } = await import('@callstitch/call-log-archives');
        const options = {
          archive: readArchives(paths, { manifest }),
          restorer: parts.restorer,
          files: await openFiles(recordings),
          dryRun,
          ...(onProgress === undefined ? {} : { onProgress }),
        };
        if (dryRun) return importCallLogs(options);
        return recorded(runs, {
          options: { command: 'import', callLogs: paths },
          work: () => importCallLogs(options),
          summary: ({ brokenRows: _, conflicts: _others, ...counts }) => counts,
        });
      }),
  };
}

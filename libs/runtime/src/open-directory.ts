import type { DirectorySource } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';

/** Where people, lines and tenants are known. */
export interface DirectoryPlace {
  /** A YAML or JSON file, or the URL of a wazo-confd such as `https://wazo.example:9486/1.1`; null for nobody. */
  readonly directory: string | null;
  /** What a wazo-confd wants to be shown. */
  readonly directoryToken: string | null;
  /** Hears that a changed file cannot be used. */
  readonly onDirectoryRejected?: (error: Error) => void;
}

/** Opens a directory; null without one. Its reader is loaded only where there is one. */
export async function openDirectory({ directory, directoryToken, onDirectoryRejected }: DirectoryPlace): Promise<DirectorySource | null> {
  if (directory === null) return null;
  if (/^https?:\/\//i.test(directory)) {
    if (directoryToken === null) {
      throw new CallstitchError('ARGUMENT_INVALID', 'A wazo-confd wants to be shown a token; put it into CALLSTITCH_DIRECTORY_TOKEN.');
    }
    const { openWazoConfd } = await import('@callstitch/directory-wazo-confd');
    return openWazoConfd({ baseUrl: directory, token: () => directoryToken });
  }
  const { openDirectoryFile } = await import('@callstitch/directory-file');
  return openDirectoryFile(directory, onDirectoryRejected === undefined ? {} : { onRejected: onDirectoryRejected });
}

import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Changes come in swarms; one look serves all that come so shortly after each other. */
const GATHER_MS = 100;

/** Tells when to look at a file again. */
export interface WakeUps {
  /** Settles when the folder of the file has changed, after so many milliseconds, or when stopped. */
  next(milliseconds: number): Promise<void>;
  close(): void;
}

/** `pause` settles when stopped, too. Where the system does not tell of changes (network disks, too many watches), only time wakes. */
export function wakeUps(path: string, pause: (milliseconds: number) => Promise<void>): WakeUps {
  let isChanged = false;
  let wake = (): void => undefined;
  const watcher = watched(path, () => {
    isChanged = true;
    wake();
  });
  return {
    async next(milliseconds) {
      if (!isChanged) await Promise.race([pause(milliseconds), new Promise<void>((resolve) => (wake = resolve))]);
      if (isChanged) await pause(GATHER_MS);
      isChanged = false;
    },
    close: () => watcher?.close(),
  };
}

function watched(path: string, onChange: () => void) {
  try {
    const name = basename(path);
    const watcher = watch(dirname(path), { persistent: false }, (_kind, file) => {
      if (file === null || file.startsWith(name)) onChange();
    });
    return watcher.on('error', () => watcher.close());
  } catch {
    return null;
  }
}

import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Changes come in swarms; one look serves all that come so shortly after each other. */
const GATHER_MS = 100;

/** Tells when to look at a file again. */
export interface WakeUps {
  /** Settles when the folder of the file has changed, after so many milliseconds, or when stopped. */
  next(milliseconds: number): Promise<void>;
  /** Settles after so many milliseconds, or when stopped. */
  pause(milliseconds: number): Promise<void>;
  close(): void;
}

/** Where the system does not tell of changes (network disks, too many watches), only time wakes. */
export function wakeUps(path: string, stopped: Promise<unknown>): WakeUps {
  let isChanged = false;
  let wake = (): void => undefined;
  const watcher = watched(path, () => {
    isChanged = true;
    wake();
  });
  const waited = async (milliseconds: number, change: Promise<unknown>): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await Promise.race([over, change, stopped]);
    clearTimeout(timer);
  };
  const never = new Promise<never>(() => undefined);
  return {
    async next(milliseconds) {
      if (!isChanged) await waited(milliseconds, new Promise<void>((resolve) => (wake = resolve)));
      if (isChanged) await waited(GATHER_MS, never);
      isChanged = false;
    },
    pause: (milliseconds) => waited(milliseconds, never),
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

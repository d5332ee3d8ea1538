import { appendFileSync, closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const TOO_LONG = 5_000_000;

/** Begins a new log when the old one has grown; one old one is kept. */
export function turnLog(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > TOO_LONG) renameSync(path, `${path}.1`);
}

/** Adds a line of the keeper's own to the server's log. */
export function note(path: string, line: string): void {
  appendFileSync(path, `${new Date().toISOString()} keeper: ${line}\n`, { mode: 0o600 });
}

/** What was written after `from`, cut down to the few lines that say why the server did not start. */
export function lastWords(path: string, from: number): string {
  const length = (statSync(path, { throwIfNoEntry: false })?.size ?? from) - from;
  const bytes = Buffer.alloc(Math.min(length, 20_000));
  const descriptor = openSync(path, 'r');
  readSync(descriptor, bytes, 0, bytes.length, from + length - bytes.length);
  closeSync(descriptor);
  return wordsThatMatter(bytes.toString('utf8'));
}

const COMPLAINT = /(?:FATAL|PANIC|ERROR|HINT|WARNING): .*|LOG: +could not .*|^.*error while loading .*/;

/** The last few lines of a log that complain; of a log without complaints, its end. */
export function wordsThatMatter(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const complaints = lines.flatMap((line) => COMPLAINT.exec(line)?.[0].replace(/: +/, ': ') ?? []);
  return (complaints.length > 0 ? complaints : lines).slice(-4).join(' / ') || 'it said nothing';
}

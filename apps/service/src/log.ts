/** How much it matters. */
export type LogLevel = 'info' | 'warn' | 'error';

/** Says what happened: `event`, such as `job.run`, and what is known of it; never a token, a name or a number of a person. */
export type Log = (level: LogLevel, event: string, fields: Readonly<Record<string, unknown>>) => void;

/** A log of one JSON object a line. */
export function logTo(write: (line: string) => void): Log {
  return (level, event, fields) => write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
}

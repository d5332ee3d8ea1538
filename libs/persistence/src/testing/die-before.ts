import pg from 'pg';

/**
 * Kills this process, by SIGKILL, before it sends the statement of that number, the first being 1: so every step of some work
 * can be the last one. With 0 it lives.
 */
export function dieBefore(statement: number): void {
  let sent = 0;
  const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    if (++sent === statement) process.kill(process.pid, 'SIGKILL');
    return query.apply(this, args);
  } as never;
}

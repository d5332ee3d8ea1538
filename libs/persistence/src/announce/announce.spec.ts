import { announcementBookContract, deliveryBookContract } from '@callstitch/application/testing';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { PostgresAnnouncementBook } from './postgres-announcement-book.js';
import { PostgresAnnouncementFeed } from './postgres-announcement-feed.js';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { PostgresDeliveryBook } from './postgres-delivery-book.js';
import { HELD_HERE } from '../testing/until-unlocked.js';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function opened(): Promise<{ readonly database: Database; readonly url: string }> {
  const url = await migratedDatabase();
  const database = await openDatabase({ url });
  open.push(database);
  return { database, url };
}

describe('positions of publishers in PostgreSQL', () => {
  announcementBookContract(
    async () => {
      const { database, url } = await opened();
      const [book, other] = [new PostgresAnnouncementBook(database.pool, url), new PostgresAnnouncementBook(database.pool, url)];
      open.push(book, other);
      return { book, other, end: () => new PostgresAnnouncementFeed(database.pool).end() };
    },
    { test, expect },
  );

  test('who loses the connection can write nothing more, and another takes over', async () => {
    const { database, url } = await opened();
    const [book, other] = [new PostgresAnnouncementBook(database.pool, url), new PostgresAnnouncementBook(database.pool, url)];
    open.push(book, other);
    await book.alone('amqp', '1-1', async (session) => {
      await database.pool.query(
        `select pg_terminate_backend(pid, 20000) from pg_locks where ${HELD_HERE} and classid = ${ADVISORY_LOCKS.announcements}`,
      );
      await expect(session.move('1-1', '2-1')).rejects.toThrow();
      expect(await other.alone('amqp', null, (own) => own.move('1-1', '3-1'))).toBe(true);
    });
    expect(await book.alone('amqp', null, (session) => session.position())).toBe('3-1');
  });
});

describe('failed deliveries in PostgreSQL', () => {
  deliveryBookContract(async () => new PostgresDeliveryBook((await opened()).database.pool), { test, expect });
});

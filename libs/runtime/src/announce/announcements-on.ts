import type { Database } from '@callstitch/persistence';
import type { AnnouncementParts } from './assemble-announcing.js';

type Persistence = typeof import('@callstitch/persistence');

/** What announcing keeps in a database of ours. Connections of its own are opened with the first use. */
export function announcementsOn(
  persistence: Persistence,
  { pool, url }: { readonly pool: Database['pool']; readonly url: string },
): AnnouncementParts {
  const { PostgresAnnouncementBook, PostgresAnnouncementFeed, PostgresDeliveryBook, listenForAnnouncements } = persistence;
  const book = new PostgresAnnouncementBook(pool, url);
  return {
    book,
    feed: new PostgresAnnouncementFeed(pool),
    deliveries: new PostgresDeliveryBook(pool),
    listen: (onWake) => listenForAnnouncements(url, onWake),
    close: () => book.close(),
  };
}

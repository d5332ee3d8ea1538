import { MemoryAnnouncementBook, MemoryPositions } from './memory-announcement-book.js';
import { MemoryAnnouncementFeed } from './memory-announcement-feed.js';
import { MemoryDeliveryBook } from './memory-delivery-book.js';

/** All that announcing keeps, in memory; nobody is woken. */
export function memoryAnnouncements() {
  const feed = new MemoryAnnouncementFeed();
  return {
    feed,
    book: new MemoryAnnouncementBook(new MemoryPositions(), () => feed.end()),
    deliveries: new MemoryDeliveryBook(),
    listen: () => ({ end: () => Promise.resolve() }),
    close: () => Promise.resolve(),
  };
}

import { announcementBookContract } from '../testing/announcement-book-contract.js';
import { deliveryBookContract } from '../testing/delivery-book-contract.js';
import { MemoryAnnouncementBook, MemoryPositions } from '../testing/memory-announcement-book.js';
import { MemoryDeliveryBook } from '../testing/memory-delivery-book.js';

describe('positions of publishers in memory', () => {
  announcementBookContract(
    () => {
      const positions = new MemoryPositions();
      const end = () => Promise.resolve('4-1');
      const [book, other] = [new MemoryAnnouncementBook(positions, end), new MemoryAnnouncementBook(positions, end)];
      return Promise.resolve({ book, other, end });
    },
    { test, expect },
  );
});

describe('failed deliveries in memory', () => {
  deliveryBookContract(() => Promise.resolve(new MemoryDeliveryBook()), { test, expect });
});

import { MemoryStatisticsBook } from '../testing/memory-statistics-book.js';
import { statisticsContract } from '../testing/statistics-contract.js';

statisticsContract((rows) => Promise.resolve(new MemoryStatisticsBook(rows)), { test, expect });

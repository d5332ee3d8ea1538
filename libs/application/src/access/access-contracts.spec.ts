import { accessBookContract } from '../testing/access-book-contract.js';
import { authenticationContract } from '../testing/authentication-contract.js';
import { MemoryAccessBook } from '../testing/memory-access-book.js';
import { MemoryAuthentication } from '../testing/memory-authentication.js';

describe('an authentication in memory', () => {
  authenticationContract((content) => Promise.resolve(new MemoryAuthentication(content)), { test, expect });
});

describe('an access book in memory', () => {
  accessBookContract(() => Promise.resolve(new MemoryAccessBook()), { test, expect });
});

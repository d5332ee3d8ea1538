import { defineTagger } from '@callstitch/plugin-api';

const MOST_CHARACTERS = 128;

/** Tags a call with the words of its people's userfields: `sales, paris` on a user tags each of the user's calls `sales` and `paris`. */
export const userfield = defineTagger({
  name: 'userfield',
  tag: ({ participants }) => [...new Set(participants.flatMap(({ tags }) => tags).map((tag) => tag.slice(0, MOST_CHARACTERS)))],
});

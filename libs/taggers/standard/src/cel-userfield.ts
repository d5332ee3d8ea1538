import { defineTagger } from '@callstitch/plugin-api';
import { freeWords } from './free-words.js';

/** The words that the dialplan left in `CHANNEL(userfield)` of the caller's channel. */
export const celUserfield = defineTagger({
  name: 'cel-userfield',
  tag: ({ userField }) => freeWords([userField ?? '']),
});

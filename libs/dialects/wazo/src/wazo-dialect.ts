import type { Conversation } from '@callstitch/correlation';
import type { Refusal, Telling } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { Draft } from './draft.js';
import type { WazoDialectOptions } from './options.js';
import { readOriginate } from './read-originate.js';
import { readSides } from './read-sides.js';
import { isOriginate, sidesOf } from './reading.js';
import { tell } from './tell.js';

/** Tells the calls of a Wazo system, with the events of its dialplan and the people of its directory. */
export interface WazoDialect {
  readonly name: 'wazo';
  tell(conversation: Conversation): Telling | Refusal;
}

/** Rules: `contract/wazo-dialect.md`, read off wazo-call-logd `ac29995`. */
export function wazoDialect(options: WazoDialectOptions): WazoDialect {
  return {
    name: 'wazo',
    tell(conversation) {
      const { cels } = conversation;
      const story = options.story(conversation);
      if (isRefusal(story)) return story;
      const draft = new Draft();
      if (isOriginate(cels)) {
        // A phone that was never picked up makes no call by these rules; it rang all the same.
        return readOriginate(draft, cels) ? tell(conversation, draft, story, options) : story;
      }
      const sides = sidesOf(cels);
      if (sides === null) return { reason: 'has no CHAN_START of a channel' };
      readSides(draft, sides);
      return tell(conversation, draft, story, options);
    },
  };
}

import type { Conversation } from '@callstitch/correlation';
import type { Refusal, Telling } from '@callstitch/domain';
import type { AsteriskDialectOptions } from './options.js';
import { outsideLines } from './outside-lines.js';
import { setScene } from './scene.js';
import { tell } from './tell.js';

/** Tells the calls of any Asterisk from its own events, without custom ones. */
export interface AsteriskDialect {
  readonly name: 'asterisk';
  tell(conversation: Conversation): Telling | Refusal;
}

/** Compiles the options once; throws a RangeError for a pattern that is none. */
export function asteriskDialect(options: AsteriskDialectOptions): AsteriskDialect {
  const outside = outsideLines(options);
  return {
    name: 'asterisk',
    tell(conversation) {
      const scene = setScene(conversation, outside, options.directory);
      return scene === null ? { reason: 'has no channel of a phone or line' } : tell(scene);
    },
  };
}

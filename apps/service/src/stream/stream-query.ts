import { Parameter } from '../parameters/parameter.decorator.js';
import { flag, text } from '../parameters/readers.js';

const LONGEST = 100;

/** The parameters of one's own stream. */
export class MyStreamQuery {
  @Parameter(text({ longest: LONGEST }), {
    description:
      'changes after this one, the id of the last event that was seen; empty to begin now. The header Last-Event-ID goes before it',
  })
  readonly after: string = '';
}

/** The parameters of a tenant's stream. */
export class StreamQuery extends MyStreamQuery {
  @Parameter(flag)
  readonly recurse: boolean = false;
}

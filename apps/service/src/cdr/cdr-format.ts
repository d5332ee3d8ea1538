import { Parameter } from '../parameters/parameter.decorator.js';
import { oneOf } from '../parameters/readers.js';

/** How one call log is to be shown. */
export class CdrFormat {
  @Parameter(oneOf(['csv', 'json']))
  readonly format?: 'csv' | 'json';
}

import { definePlugin } from '@callstitch/plugin-api';
import { businessHours } from './business-hours.js';
import { celUserfield } from './cel-userfield.js';
import { direction } from './direction.js';
import { numberRules } from './number-rules.js';

/** The taggers that come with Callstitch; they stand where a stranger's stand. */
export const plugin = definePlugin({ taggers: [celUserfield, direction, businessHours, numberRules] });

import { definePlugin } from '@callstitch/plugin-api';
import { userfield } from './userfield.js';

/** What the host loads. */
export const plugin = definePlugin({ taggers: [userfield] });

import { definePlugin } from '@callstitch/plugin-api';
import { keepVip } from './keep-vip.js';
import { vip } from './vip.js';

export const plugin = definePlugin({ taggers: [vip], retentionPolicies: [keepVip] });

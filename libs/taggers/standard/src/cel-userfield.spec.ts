import { aCallLog, checkTagger } from '@callstitch/plugin-testing';
import { celUserfield } from './cel-userfield.js';
import { direction } from './direction.js';

test('cel-userfield: what the dialplan left on the caller’s channel', () =>
  checkTagger(celUserfield, [
    { name: 'nothing known', call: aCallLog(), tags: [] },
    { name: 'empty', call: aCallLog({ userField: '' }), tags: [] },
    { name: 'words', call: aCallLog({ userField: ' vip, campaign-7,,vip ' }), tags: ['vip', 'campaign-7'] },
  ]));

test('direction', () =>
  checkTagger(direction, [
    { name: 'internal', call: aCallLog(), tags: ['internal'] },
    { name: 'inbound', call: aCallLog({ direction: 'inbound' }), tags: ['inbound'] },
    { name: 'outbound', call: aCallLog({ direction: 'outbound' }), tags: ['outbound'] },
  ]));

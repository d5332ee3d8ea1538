import { aCallLog, checkRetentionPolicy } from '@callstitch/plugin-testing';
import { test } from 'node:test';
import { keepVip } from './keep-vip.js';

test('calls that our tagger called vip stay, those of a namesake do not', () =>
  checkRetentionPolicy(keepVip, {
    now: new Date('2026-04-01T00:00:00Z'),
    calls: {
      ours: aCallLog({ tags: [{ tag: 'vip', tagger: 'vip' }] }),
      'a userfield’s': aCallLog({ tags: [{ tag: 'vip', tagger: 'userfield' }] }),
      ordinary: aCallLog(),
    },
    held: ['ours'],
  }));

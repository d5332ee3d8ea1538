import { defineEntity, p } from '@mikro-orm/core';
import { InstantType, textOf } from './column-types.js';

const AnnouncementPositionRowSchema = defineEntity({
  name: 'AnnouncementPositionRow',
  tableName: 'announcement_position',
  properties: {
    publisher: p.text().primary(),
    /** The last line that is done with: of which transaction, and which of its lines. */
    xid: p.type(textOf('xid8')),
    seq: p.bigint('number'),
    movedAt: p.type(InstantType).defaultRaw('now()'),
    /** Why it does not go on. */
    failure: p.text().nullable(),
    failedAt: p.type(InstantType).nullable(),
  },
});

/** How far one publisher has come in the feed. */
export class AnnouncementPositionRow extends AnnouncementPositionRowSchema.class {}
AnnouncementPositionRowSchema.setClass(AnnouncementPositionRow);

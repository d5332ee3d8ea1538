import { Readable } from 'node:stream';
import { followedStream } from './followed-stream.js';
import type { OpenedService } from './open-service.js';
import { openService } from './open-service.js';
import { ALICE, BETA, BOB, CAROL, toldCall, user } from './told-call.js';

/** Alice and Bob of one tenant, Carol of another, Bob. */
const CALLS = [
  toldCall(1, { participants: [user('source', ALICE), user('destination', BOB)], tags: [{ tag: 'sales', tagger: 'test' }] }),
  toldCall(2, { tenantUuid: BETA, participants: [user('source', CAROL)] }),
  toldCall(3, { participants: [user('source', BOB)] }),
];

/** The service with three call logs, whose streams are followed while more happens. */
export async function openStreamedService() {
  const service: OpenedService = await openService(CALLS, { more: { streamBeatSeconds: 0.2 } });
  const leaving: (() => void)[] = [];
  let firstId = 1;
  return {
    ...service,
    async following(path: string, token: string, headers: Readonly<Record<string, string>> = {}) {
      const followed = await followedStream(`${service.url}${path}`, { 'X-Auth-Token': token, ...headers });
      leaving.push(followed.leave);
      return followed;
    },
    leaveAll(): void {
      for (const leave of leaving.splice(0)) leave();
    },
    /** A call of the master tenant is told now. */
    async happens(): Promise<void> {
      const id = firstId;
      firstId += 5;
      const types = ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END'];
      const rows = types.map(
        (type, index) => `${id + index},${type},${1_767_600_000 + id + index},PJSIP/1001-${id},9.${id},9.${id},1001,1002`,
      );
      const stdin = Readable.from([`id,eventtype,eventtime,channame,uniqueid,linkedid,cid_num,exten\n${rows.join('\n')}\n`]);
      await service.callstitch.importCels({ files: ['-'], stdin, timezone: 'UTC', newIds: false });
      await service.callstitch.generate({ kind: 'newest', count: Infinity });
    },
  };
}

export type StreamedService = Awaited<ReturnType<typeof openStreamedService>>;

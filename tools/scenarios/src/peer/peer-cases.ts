import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WazoRecord } from '@callstitch/dialect-wazo';
import type { Cel, Linkedid, Uniqueid } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { Condition } from './matches.js';

/** A call log as the reference made it: the same fields as ours. */
export type Golden = Readonly<Record<keyof WazoRecord, unknown>> & { readonly conversation_id: string };

/** A recorded case of the reference's own tests. */
export interface PeerCase {
  readonly id: string;
  readonly kind: string;
  readonly cels: readonly Cel[];
  readonly directory: object;
  readonly serviceTenantUuid: string;
  readonly golden: readonly Golden[];
  readonly expected: readonly { readonly subject: string; readonly matches: Condition }[];
}

/** Where the cases lie beside the repository; they are not ours to copy. */
export const PEER_CASES = join(import.meta.dirname, '../../../../../shared/data/peer-cases.json');

type Row = Readonly<Record<string, string | number | null>>;

function celOf(row: Row): Cel {
  const text = (column: string): string => String(row[column] ?? '');
  const time = text('eventtime');
  return {
    id: Number(row['id']),
    eventType: text('eventtype'),
    eventTime: instant(Date.parse(`${time.slice(0, 19)}Z`) * 1_000 + Number(time.slice(20, 26))),
    userDefType: text('userdeftype'),
    cidName: text('cid_name'),
    cidNum: text('cid_num'),
    cidAni: text('cid_ani'),
    cidRdnis: text('cid_rdnis'),
    cidDnid: text('cid_dnid'),
    exten: text('exten'),
    context: text('context'),
    channelName: text('channame'),
    appName: text('appname'),
    appData: text('appdata'),
    amaFlags: text('amaflags'),
    accountCode: text('accountcode'),
    peerAccount: text('peeraccount'),
    uniqueid: text('uniqueid') as Uniqueid,
    linkedid: text('linkedid') as Linkedid,
    userfield: text('userfield'),
    peer: text('peer'),
    extra: text('extra'),
  };
}

interface RawCase extends Omit<PeerCase, 'cels' | 'serviceTenantUuid'> {
  readonly cels: readonly Row[];
  readonly service_tenant_uuid: string;
}

/** The cases, or null where they are not at hand. */
export function readPeerCases(): readonly PeerCase[] | null {
  if (!existsSync(PEER_CASES)) return null;
  const raw = JSON.parse(readFileSync(PEER_CASES, 'utf8')) as readonly RawCase[];
  return raw.map(({ cels, service_tenant_uuid, ...rest }) => ({ ...rest, serviceTenantUuid: service_tenant_uuid, cels: cels.map(celOf) }));
}

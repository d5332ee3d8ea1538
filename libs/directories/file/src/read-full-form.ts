import { cutUserfieldWords } from '@callstitch/domain';
import type { DirectoryIndex } from './directory-index.js';
import type { Extension, FullLine, FullUser } from './full-form.js';
import { joinPeople } from './join-people.js';
import { isRecord, ValueMap } from './value-map.js';
import type { Fault } from './value-map.js';

/** Keys at the top that only the full form has. */
const OWN_KEYS = ['lines', 'tenants', 'service_tenant_uuid'];

/** Whether a file is in the full form: lines in a list of their own, or items that name their tenant as Wazo does. */
export function isFullForm(root: unknown): root is Readonly<Record<string, unknown>> {
  if (!isRecord(root)) return false;
  if (OWN_KEYS.some((key) => key in root && !isRecord(root[key]))) return true;
  return ['users', 'contexts', 'trunks'].some((key) => [root[key]].flat().some((item) => isRecord(item) && isOfFullForm(item)));
}

function isOfFullForm(item: Readonly<Record<string, unknown>>): boolean {
  return 'tenant_uuid' in item || ('uuid' in item && Array.isArray(item['lines']) && item['lines'].some(isRecord));
}

/** The form that a directory service gives: `users`, `lines`, `contexts`, `voicemails`, `trunks`. Gives what is wrong with it. */
export function readFullForm(values: Readonly<Record<string, unknown>>, index: DirectoryIndex): readonly Fault[] {
  const faults: Fault[] = [];
  const root = new ValueMap(values, faults);
  joinPeople(root.maps('users').flatMap(readUser), root.maps('lines').map(readLine), index);
  for (const context of root.maps('contexts')) readContext(context, index);
  for (const voicemail of root.maps('voicemails')) readVoicemail(voicemail, index);
  for (const trunk of root.maps('trunks')) {
    const name = trunk.text('name');
    if (name !== null) index.addTrunk(name);
  }
  return faults;
}

function readUser(user: ValueMap): FullUser[] {
  const uuid = user.text('uuid');
  const name = [user.text('firstname'), user.text('lastname')].filter((part) => part !== null).join(' ');
  const tags = cutUserfieldWords(user.text('userfield') ?? '');
  const read = { tenantUuid: user.text('tenant_uuid'), name, tags: [...new Set(tags)], lines: user.maps('lines').map(readLine) };
  if (uuid !== null) return [{ uuid, ...read }];
  user.fault('this user has no uuid');
  return [];
}

function readLine(line: ValueMap): FullLine {
  return {
    id: line.wholeNumber('id'),
    name: line.text('name'),
    tenantUuid: line.text('tenant_uuid'),
    callerIdName: line.text('caller_id_name'),
    userUuids: line.maps('users').flatMap((user) => user.text('uuid') ?? []),
    extensions: line.maps('extensions').flatMap(readExtension),
  };
}

function readExtension(extension: ValueMap): Extension[] {
  const [exten, context] = [extension.text('exten'), extension.text('context')];
  return exten === null ? [] : [{ exten, context }];
}

function readContext(context: ValueMap, index: DirectoryIndex): void {
  const [name, tenantUuid] = [context.text('name'), context.text('tenant_uuid')];
  if (name === null) context.fault('this context has no name');
  else if (tenantUuid !== null) index.addContext(name, tenantUuid);
}

function readVoicemail(voicemail: ValueMap, index: DirectoryIndex): void {
  const number = voicemail.text('number');
  const read = { id: voicemail.text('id') ?? number ?? '', name: voicemail.text('name') ?? '', context: voicemail.text('context') };
  if (number === null) voicemail.fault('this voicemail has no number');
  else index.addVoicemail(number, { ...read, tenantUuid: voicemail.text('tenant_uuid') });
}

import type { DirectoryIndex } from './directory-index.js';
import type { YamlReader } from './yaml-reader.js';

const KEYS = ['number', 'context', 'name', 'id'];
const LIKE = '{ number: 1001, name: Sales }';

/** The mailboxes of the short form that are nobody's own. Without an id the number is the id. */
export function readVoicemails(node: unknown, reader: YamlReader, index: DirectoryIndex): void {
  for (const voicemail of reader.maps(node, { what: 'voicemails', like: LIKE })) {
    const fields = reader.fields(voicemail);
    reader.refuseUnknown(fields, KEYS);
    const text = (key: string): string | null => reader.text(fields.get(key)?.value, key)?.text ?? null;
    const [number, context, name, id] = [text('number'), text('context'), text('name'), text('id')];
    if (number === null) reader.mistake(voicemail, 'this voicemail has no number');
    else index.addVoicemail(number, { id: id ?? number, name: name ?? '', context, tenantUuid: null });
  }
}

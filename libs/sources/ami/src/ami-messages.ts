/** One message of the manager interface: its fields by their names in small letters. */
export type AmiMessage = ReadonlyMap<string, string>;

/** No message is this long; who sends more does not speak AMI. */
const LONGEST_MESSAGE = 1024 * 1024;

/**
 * Reads messages (`Key: Value` lines, an empty line at the end) from bytes in whatever pieces they come. The first line of a
 * connection, which greets, is no message. Throws when it is not AMI.
 */
export class AmiMessages {
  private rest: Buffer = Buffer.alloc(0);
  private isGreeted = false;

  read(bytes: Buffer): readonly AmiMessage[] {
    // Cut as if each byte were a character; a character that is split between two pieces stays whole.
    let text = Buffer.concat([this.rest, bytes]).toString('latin1');
    if (!this.isGreeted) {
      const lineEnd = text.indexOf('\n');
      if (lineEnd !== -1 || text.length > 'Asterisk Call Manager'.length) {
        if (!text.startsWith('Asterisk Call Manager')) throw new Error('it does not speak AMI');
      }
      if (lineEnd === -1) return this.keep(text, []);
      this.isGreeted = true;
      text = text.slice(lineEnd + 1);
    }
    const parts = text.split('\r\n\r\n');
    const rest = parts.pop() ?? '';
    if (rest.length > LONGEST_MESSAGE) throw new Error('it does not speak AMI');
    return this.keep(rest, parts.map(messageOf));
  }

  private keep(rest: string, messages: readonly AmiMessage[]): readonly AmiMessage[] {
    this.rest = Buffer.from(rest, 'latin1');
    return messages;
  }
}

function messageOf(text: string): AmiMessage {
  const fields = new Map<string, string>();
  for (const line of Buffer.from(text, 'latin1').toString('utf8').split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon !== -1) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).replace(/^ /, ''));
  }
  return fields;
}

/** An action as it is sent; line ends in values would be other fields, and are taken out. */
export function amiAction(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value.replace(/[\r\n]/g, '')}\r\n`);
  return `${lines.join('')}\r\n`;
}

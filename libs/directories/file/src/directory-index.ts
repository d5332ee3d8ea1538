import type { Directory, DirectoryEntry, Mailbox, Voicemail } from '@callstitch/domain';
import type { Mistakes } from './mistakes.js';
import type { Placed } from './yaml-reader.js';

interface Indexed {
  readonly entry: DirectoryEntry;
  /** Where the file says so; 0 where nobody asks. */
  readonly line: number;
}

interface IndexedVoicemail extends Voicemail {
  readonly context: string | null;
  readonly tenantUuid: string | null;
}

/** What a person is found by, beside the entry itself. */
export interface Claims {
  readonly numbers: readonly Placed[];
  readonly lines: readonly Placed[];
  readonly uuid?: Placed | null;
}

/** A directory in memory. `claim` takes no second entry for a number, line or uuid: that is a mistake that names both places. */
export class DirectoryIndex implements Directory {
  readonly #numbers = new Map<string, Indexed>();
  readonly #endpoints = new Map<string, Indexed>();
  readonly #accounts = new Map<string, Indexed>();
  readonly #tenants = new Map<string, string>();
  readonly #everyTenant = new Set<string>();
  readonly #voicemails = new Map<string, IndexedVoicemail[]>();
  readonly #trunks: string[] = [];

  constructor(private readonly mistakes: Mistakes) {}

  get trunks(): readonly string[] {
    return this.#trunks;
  }

  byEndpoint(endpoint: string): DirectoryEntry | null {
    return this.#endpoints.get(endpoint)?.entry ?? null;
  }

  byNumber(number: string): DirectoryEntry | null {
    return this.#numbers.get(number)?.entry ?? null;
  }

  byUserUuid(uuid: string): DirectoryEntry | null {
    return this.#accounts.get(uuid)?.entry ?? null;
  }

  /** Where there is one tenant only, every context is that tenant's, named or not. */
  tenantOfContext(context: string): string | null {
    return this.#tenants.get(context) ?? (this.#everyTenant.size === 1 ? ([...this.#everyTenant][0] as string) : null);
  }

  /** The first of that number. A mailbox that is known to be another tenant's is nobody's; what is not known does not part them. */
  voicemail({ number, context, tenantUuid }: Mailbox): Voicemail | null {
    const found = this.#voicemails.get(number)?.find((voicemail) => {
      if (context !== null && voicemail.context !== null && voicemail.context !== context) return false;
      const place = voicemail.context ?? context;
      const owner = voicemail.tenantUuid ?? (place === null ? null : this.tenantOfContext(place));
      return tenantUuid === null || owner === null || owner === tenantUuid;
    });
    return found === undefined ? null : { id: found.id, name: found.name };
  }

  addTrunk(trunk: string): void {
    if (!this.#trunks.includes(trunk)) this.#trunks.push(trunk);
  }

  /** Of two contexts of one name the first counts. */
  addContext(name: string, tenantUuid: string): void {
    addFirst(this.#tenants, name, tenantUuid);
    this.#everyTenant.add(tenantUuid);
  }

  addVoicemail(number: string, voicemail: IndexedVoicemail): void {
    const others = this.#voicemails.get(number);
    if (others === undefined) this.#voicemails.set(number, [voicemail]);
    else others.push(voicemail);
  }

  /** Lines default to the numbers; a number that somebody else has is said once, not again as a line. */
  claim(entry: DirectoryEntry, { numbers, lines, uuid }: Claims): void {
    this.#noteTenant(entry);
    const own = numbers.filter((number) => this.#claim(this.#numbers, number, { entry, kind: 'number' }));
    for (const line of lines.length > 0 ? lines : own) {
      this.#claim(this.#endpoints, { ...line, text: withoutTechnology(line.text) }, { entry, kind: 'phone line' });
    }
    if (uuid) this.#claim(this.#accounts, uuid, { entry, kind: 'uuid' });
    else this.addAccount(entry);
  }

  addEndpoint(endpoint: string, entry: DirectoryEntry): void {
    this.#noteTenant(entry);
    addFirst(this.#endpoints, endpoint, { entry, line: 0 });
  }

  addNumber(number: string, entry: DirectoryEntry): void {
    addFirst(this.#numbers, number, { entry, line: 0 });
  }

  addAccount(entry: DirectoryEntry): void {
    if (entry.userUuid !== null) addFirst(this.#accounts, entry.userUuid, { entry, line: 0 });
  }

  #noteTenant({ tenantUuid }: DirectoryEntry): void {
    if (tenantUuid !== null) this.#everyTenant.add(tenantUuid);
  }

  #claim(
    taken: Map<string, Indexed>,
    { text, line }: Placed,
    { entry, kind }: { readonly entry: DirectoryEntry; readonly kind: string },
  ): boolean {
    const other = taken.get(text);
    if (other === undefined) taken.set(text, { entry, line });
    else
      this.mistakes.add(line, `${kind} ${text} is given to ${entry.name} here and to ${other.entry.name} in line ${other.line}; leave one`);
    return other === undefined;
  }
}

function addFirst<Value>(taken: Map<string, Value>, key: string, value: Value): void {
  if (!taken.has(key)) taken.set(key, value);
}

/** `PJSIP/alice` and `alice` are the same line: the endpoint part is what channel names have. */
function withoutTechnology(line: string): string {
  return line.replace(/^[A-Za-z0-9]+\//, '');
}

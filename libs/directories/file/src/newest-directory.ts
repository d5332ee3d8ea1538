import type { Directory, DirectoryEntry, Mailbox, Voicemail } from '@callstitch/domain';

/** One object for who tells calls, whatever the file says by now: it asks the newest content. */
export class NewestDirectory implements Directory {
  constructor(private readonly newest: () => Directory) {}

  get trunks(): readonly string[] {
    return this.newest().trunks;
  }

  byEndpoint(endpoint: string): DirectoryEntry | null {
    return this.newest().byEndpoint(endpoint);
  }

  byNumber(number: string): DirectoryEntry | null {
    return this.newest().byNumber(number);
  }

  byUserUuid(uuid: string): DirectoryEntry | null {
    return this.newest().byUserUuid(uuid);
  }

  tenantOfContext(context: string): string | null {
    return this.newest().tenantOfContext(context);
  }

  voicemail(mailbox: Mailbox): Voicemail | null {
    return this.newest().voicemail(mailbox);
  }
}

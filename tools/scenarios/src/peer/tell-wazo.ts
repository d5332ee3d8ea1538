import { groupConversations } from '@callstitch/correlation';
import { asteriskDialect } from '@callstitch/dialect-asterisk';
import { wazoDialect } from '@callstitch/dialect-wazo';
import type { CallLog, Cel, Directory } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';

export interface TellWazoOptions {
  readonly directory: Directory | null;
  readonly serviceTenantUuid: string | null;
}

/** The call logs of a Wazo system's CELs, as the program tells them; what cannot be told is left out. */
export function tellWazo(cels: readonly Cel[], options: TellWazoOptions): readonly CallLog[] {
  const asterisk = asteriskDialect({ trunks: [], internal: [], directory: options.directory });
  const dialect = wazoDialect({ ...options, story: (conversation) => asterisk.tell(conversation) });
  return groupConversations(cels).flatMap((conversation) => {
    const told = dialect.tell(conversation);
    return isRefusal(told) ? [] : [told.callLog];
  });
}

import { closing, groupConversations } from '@callstitch/correlation';
import type { Cel, Linkedid, Telling } from '@callstitch/domain';
import type { BrokenRow, CelSource } from './cel-source.js';
import type { Narrator } from './tell-each.js';
import { isUntold, tellEach } from './tell-each.js';

export interface CorrelateCelsOptions {
  readonly source: CelSource;
  /** Who tells, chosen when all rows are known. */
  readonly narrator: (cels: readonly Cel[]) => Narrator | Promise<Narrator>;
  /** Called after each batch with the number of rows read so far. */
  readonly onProgress?: (rowsRead: number) => void;
}

/** What became of an input; nothing is dropped in silence. */
export interface CelsCorrelated {
  readonly rowsRead: number;
  /** Told conversations in order of their start. Those still open at the end of the input are told as closed by silence. */
  readonly tellings: readonly Telling[];
  /** Conversations of which the input holds no end; they are among the tellings or the refused. */
  readonly open: readonly Linkedid[];
  readonly refused: readonly { readonly conversationId: Linkedid; readonly reason: string; readonly cels: readonly Cel[] }[];
  readonly brokenRows: readonly BrokenRow[];
}

/** Reads a whole input, groups its rows and tells each conversation; one that cannot be told does not stop the next. */
export async function correlateCels({ source, narrator, onProgress }: CorrelateCelsOptions): Promise<CelsCorrelated> {
  const cels: Cel[] = [];
  const brokenRows: BrokenRow[] = [];
  for await (const batch of source.read((row) => brokenRows.push(row))) {
    for (const cel of batch) cels.push(cel);
    onProgress?.(cels.length);
  }
  const tellings: Telling[] = [];
  const refused: { conversationId: Linkedid; reason: string; cels: readonly Cel[] }[] = [];
  const open: Linkedid[] = [];
  const conversations = groupConversations(cels);
  const told = await tellEach(conversations, await narrator(cels));
  for (const [place, conversation] of conversations.entries()) {
    if (closing(conversation) === null) open.push(conversation.id);
    const telling = told[place] as (typeof told)[number];
    if (isUntold(telling)) refused.push({ conversationId: conversation.id, reason: telling.reason, cels: conversation.cels });
    else tellings.push(telling);
  }
  tellings.sort((one, other) => one.callLog.startedAt - other.callLog.startedAt);
  return { rowsRead: cels.length, tellings, open, refused, brokenRows };
}

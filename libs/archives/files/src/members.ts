import type { FileHandle } from 'node:fs/promises';
import { HEADER_BYTES, memberBytes, memberText } from './gzip-member.js';

/** One member of a file; its text is null when it is damaged, or cut short by the file's end. */
export interface Member {
  readonly from: number;
  readonly text: string | null;
}

/** The members of a file one after the other. What is not a member of ours ends it, as one that is damaged. */
export async function* membersOf(file: FileHandle): AsyncGenerator<Member> {
  const { size } = await file.stat();
  for (let from = 0; from < size;) {
    const bytes = memberBytes(await bytesAt(file, from, HEADER_BYTES));
    const member = bytes === null || from + bytes > size ? null : await bytesAt(file, from, bytes);
    yield { from, text: member === null ? null : await memberText(member) };
    if (member === null) return;
    from += member.length;
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

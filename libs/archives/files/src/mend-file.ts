import { open } from 'node:fs/promises';
import { membersOf } from './members.js';

/**
 * Cuts off what a killed purge was writing: calls of a batch that is not whole are still in the database. A damaged
 * batch that others follow is none of its doing, and stays for a person to look at.
 */
export async function mendFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    let damage: number | null = null;
    for await (const { from, text } of membersOf(file)) damage = text === null ? (damage ?? from) : null;
    if (damage === null) return;
    await file.truncate(damage);
    await file.sync();
  } finally {
    await file.close();
  }
}

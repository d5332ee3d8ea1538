import type { Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';

/** Older than this it is replaced while it still serves; much older, and who asks waits for the new one. */
const FRESH_SECONDS = 10;
const USABLE_SECONDS = 60;

/** Prepares something costly now and then, so that each batch can have it at once and a change is seen soon. */
export function kept<Item>(prepare: () => Promise<Item>, now: () => Instant): () => Promise<Item> {
  let last: { readonly item: Item; readonly at: Instant } | null = null;
  let underway: Promise<Item> | null = null;
  const renewed = (): Promise<Item> => {
    const at = now();
    underway ??= prepare()
      .then((item) => {
        last = { item, at };
        return item;
      })
      .finally(() => {
        underway = null;
      });
    return underway;
  };
  return () => {
    if (last === null || now() >= secondsAfter(last.at, USABLE_SECONDS)) return renewed();
    // A failure keeps the old one until it is too old.
    if (now() >= secondsAfter(last.at, FRESH_SECONDS)) renewed().catch(() => undefined);
    return Promise.resolve(last.item);
  };
}

import type { CallLog, Tagger } from '@callstitch/plugin-api';
import { parseOptions, readTags } from '@callstitch/plugin-host';
import { frozenCopy } from './frozen-copy.js';
import { throwFailures } from './throw-failures.js';

/** A call and the tags that it must get, in any order. */
export interface TaggerCase {
  readonly name: string;
  readonly call: CallLog;
  readonly tags: readonly string[];
  /** As an operator writes them. */
  readonly options?: unknown;
  /** In place of what `prepare` would find. */
  readonly data?: unknown;
}

export interface TaggerPromises {
  /** The tags are words of other people, such as a directory's; they need not be in kebab-case. */
  readonly freeWords?: boolean;
}

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const quiet = { log: { info: () => undefined, warn: () => undefined } };

/**
 * Runs a tagger on cases and holds it to what nobody writes tests for: its options parse, it does not change the call (not even by
 * setting a Date), it gives the same answer twice, its tags are in kebab-case. Throws a plain Error with everything that failed.
 */
export async function checkTagger(tagger: Tagger, cases: readonly TaggerCase[], promises: TaggerPromises = {}): Promise<void> {
  const failures: string[] = KEBAB_CASE.test(tagger.name) ? [] : ['its name is not in kebab-case'];
  for (const one of cases) {
    const found = await failuresOf(tagger, one, promises);
    failures.push(...found.map((failure) => `${one.name}: ${failure}`));
  }
  throwFailures(`tagger ${tagger.name}`, failures);
}

async function failuresOf(
  tagger: Tagger,
  { call, tags, options: given, data: found }: TaggerCase,
  { freeWords = false }: TaggerPromises,
): Promise<string[]> {
  const { options, complaints } = await parseOptions(tagger.options, given);
  if (options === null) return [...complaints];
  const shown = frozenCopy(call);
  const before = JSON.stringify(shown);
  try {
    const data = found === undefined && tagger.prepare ? await tagger.prepare(options, quiet) : found;
    const once = readTags(tagger.tag(shown, options, data));
    const again = readTags(tagger.tag(shown, options, data));
    if (typeof once === 'string') return [once];
    const odd = freeWords ? [] : once.filter((tag) => !KEBAB_CASE.test(tag));
    return [
      ...(JSON.stringify(shown) === before ? [] : ['changed the call']),
      ...(String(once) === String(again) ? [] : [`gave ${list(once)} and then ${list(again)} for the same call`]),
      ...(sorted(once) === sorted(tags) ? [] : [`gave ${list(once)}, not ${list(tags)}`]),
      ...odd.map((tag) => `gave ${JSON.stringify(tag)}, which is not in kebab-case`),
    ];
  } catch (error) {
    return [`threw ${String(error)}`, ...(JSON.stringify(shown) === before ? [] : ['changed the call'])];
  }
}

function list(tags: readonly string[] | string): string {
  return typeof tags === 'string' ? `rubbish (${tags})` : `[${tags.join(', ')}]`;
}

function sorted(tags: readonly string[]): string {
  return JSON.stringify([...new Set(tags)].sort());
}

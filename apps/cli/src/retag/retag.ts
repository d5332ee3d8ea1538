import type { Retagged, Retagging } from '@callstitch/application';
import { cleanText } from '../clean-text.js';
import { count } from '../count.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonArray, jsonText } from '../json-array.js';
import { filterOf } from '../list/filter-options.js';
import { progressOn } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';

/** The arguments of `callstitch retag`. */
export interface RetagOptions {
  readonly from?: string;
  readonly until?: string;
  readonly tenant?: string;
  readonly tagger?: readonly string[];
  readonly dryRun?: boolean;
  readonly timezone: string;
  readonly json?: boolean;
}

/** Runs taggers again over stored call logs: what changed is the result. */
export async function retag(options: RetagOptions, terminal: Terminal): Promise<ExitCode> {
  const { tagger = null, dryRun = false, json = false, from, until, tenant, timezone } = options;
  const span = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  const filter = filterOf({ ...span, ...(tenant === undefined ? {} : { tenant }), timezone });
  // Tags need no directory: who took part is stored with the call.
  return withCallstitch(terminal, { dialect: 'asterisk', directory: null }, async (callstitch) => {
    const progress = dryRun ? null : progressOn(terminal);
    const array = dryRun && json ? jsonArray(terminal.out) : null;
    const onChange = async (retagging: Retagging): Promise<void> => {
      if (array !== null) await array.write([changeJson(retagging)]);
      else if (dryRun) await terminal.out.write(`${changeLine(retagging)}\n`);
    };
    let retagged: Retagged;
    try {
      retagged = await callstitch.retag(
        { filter, taggers: tagger },
        { dryRun, onChange, onProgress: (looked) => progress?.say(`${count(looked, 'call log')} looked at…`) },
      );
    } finally {
      await progress?.clear();
    }
    if (array !== null) await array.end();
    else if (json) await terminal.out.write(`${jsonText(retagged)}\n`);
    else await terminal.err.write(summary(retagged, dryRun));
    return EXIT.fine;
  });
}

function summary({ looked, changed, passedBy }: Retagged, dryRun: boolean): string {
  const meanwhile = passedBy === 0 ? '' : `; ${passedBy.toLocaleString('en-US')} changed meanwhile and were left alone`;
  return `${count(looked, 'call log')} looked at, the tags of ${changed.toLocaleString('en-US')} ${dryRun ? 'would change' : 'changed'}${meanwhile}\n`;
}

const words = (tags: Retagging['tags']): readonly string[] => tags.map(({ tag, tagger }) => `${tag} (${tagger})`);

function changeLine({ before, tags }: Retagging): string {
  const [earlier, later] = [words(before.tags), words(tags)];
  const gone = earlier.filter((one) => !later.includes(one)).map((one) => `-${one}`);
  const come = later.filter((one) => !earlier.includes(one)).map((one) => `+${one}`);
  return cleanText(`${before.id ?? ''}: ${[...gone, ...come].join(', ')}`);
}

function changeJson({ before, tags }: Retagging): object {
  return { id: before.id, before: before.tags, after: tags };
}

/** One thing that a guide tells its reader to do, or to see. */
export type GuideStep =
  | { readonly kind: 'run'; readonly script: string; readonly line: number }
  | { readonly kind: 'write'; readonly file: string; readonly text: string; readonly line: number }
  | { readonly kind: 'see'; readonly text: string; readonly line: number };

const FENCE = /^```(\w*)$/;
const FILE = /^`([\w./-]+)`:$/;

/**
 * What the fenced blocks of a page say, in its order: `sh` is run, `text` is what is seen then, and a block under a line with nothing but
 * a file's name is that file. A block that is none of these is an error, for nobody would try it.
 */
export function readGuide(page: string): readonly GuideStep[] {
  const lines = page.split('\n');
  const steps: GuideStep[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const language = FENCE.exec(lines[at]!)?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: the block does not end`);
    const text = lines.slice(at + 1, end).join('\n') + '\n';
    steps.push(stepOf(language, text, titleAbove(lines, at), at + 1));
    at = end;
  }
  return steps;
}

function stepOf(language: string, text: string, file: string | null, line: number): GuideStep {
  if (file !== null) return { kind: 'write', file, text, line };
  if (language === 'sh') return { kind: 'run', script: text, line };
  if (language === 'text') return { kind: 'see', text, line };
  throw new Error(`line ${line}: the block is neither a command, nor a file, nor what is seen`);
}

function titleAbove(lines: readonly string[], at: number): string | null {
  const above = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? '';
  return FILE.exec(above)?.[1] ?? null;
}

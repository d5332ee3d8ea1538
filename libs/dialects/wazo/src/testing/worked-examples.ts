/** A call of `worked-examples.md`. */
export interface WorkedExample {
  readonly title: string;
  /** Its CELs, for `readTable`. */
  readonly table: string;
  /** What is told of it. */
  readonly told: Readonly<Record<string, unknown>>;
}

/** Reads the page of worked examples; of several blocks of JSON the later ones hold what we tell otherwise. */
export function readWorkedExamples(page: string): readonly WorkedExample[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const blocks = (kind: string): string[] =>
        [...section.matchAll(new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text as string);
      return {
        title: section.split('\n')[0] as string,
        table: blocks('cel')[0] as string,
        told: Object.assign({}, ...blocks('json').map((text) => JSON.parse(text) as object)) as WorkedExample['told'],
      };
    });
}

/** Whether an answer is to be CSV: `format` decides, else an `Accept` that likes CSV strictly better than JSON. */
export function wantsCsv(format: 'csv' | 'json' | undefined, accept: string | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  if (accept === undefined) return false;
  return quality(accept, 'text', 'csv') > quality(accept, 'application', 'json');
}

/** How much an Accept header likes a type; of several entries that fit, the most exact one says it. */
function quality(accept: string, type: string, subtype: string): number {
  const entries = accept.split(',').flatMap((entry) => {
    const [range = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const exactness = [`*/*`, `${type}/*`, `${type}/${subtype}`].indexOf(range);
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return exactness < 0 || Number.isNaN(Number(q)) ? [] : [{ exactness, q: Number(q) }];
  });
  return entries.sort((one, other) => other.exactness - one.exactness)[0]?.q ?? 0;
}

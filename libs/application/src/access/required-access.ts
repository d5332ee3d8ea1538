/**
 * The access that a route requires: `{cdr_id}` in the pattern takes the value of that name, in lower case and with `_` for
 * each dot, so that a value never makes words of its own. Throws for a name without a value.
 */
export function requiredAccess(pattern: string, values: Readonly<Record<string, string>> = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`${pattern} needs a ${name}`);
    return value.toLowerCase().replaceAll('.', '_');
  });
}

import { invalidData } from '../parameters/read-parameters.js';

/** The value that a JSON patch of the configuration sets `debug` to, null when it changes nothing. Only `/debug` may be replaced. */
export function debugOf(patch: unknown): boolean | null {
  if (!Array.isArray(patch)) throw invalidData({ _schema: ['Invalid input type.'] });
  const details: Record<string, Record<string, readonly string[]>> = {};
  let debug: boolean | null = null;
  (patch as unknown[]).forEach((operation, index) => {
    const { op, path, value } = Object(operation) as Readonly<Record<string, unknown>>;
    const wrong: Record<string, readonly string[]> = {
      ...(op === 'replace' ? {} : { op: ['Must be equal to replace.'] }),
      ...(path === '/debug' ? {} : { path: ['Must be equal to /debug.'] }),
      ...(typeof value === 'boolean' ? {} : { value: ['Not a valid boolean.'] }),
    };
    if (Object.keys(wrong).length > 0) details[String(index)] = wrong;
    else debug = value as boolean;
  });
  if (Object.keys(details).length > 0) throw invalidData(details);
  return debug;
}

/**
 * Undoes the doubling of backslashes that `cel_odbc` does on a database that does not need it.
 *
 * Only a text that is no JSON as it stands and becomes JSON by halving is changed; a text that was cut stays as it is.
 */
export function halveBackslashes(extra: string): string {
  if (!extra.includes('\\\\') || isJson(extra)) return extra;
  const halved = extra.replaceAll('\\\\', '\\');
  return isJson(halved) ? halved : extra;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const SETS: Readonly<Record<string, string>> = { X: '[0-9]', Z: '[1-9]', N: '[2-9]' };
const TOKEN = /\[([0-9A-Za-z*#+](?:-[0-9A-Za-z])?)+\]|[0-9A-Za-z*#+]|-|[.!]$/g;

/**
 * A number pattern as Asterisk's dialplan writes it: after `_`, X is 0 to 9, Z 1 to 9, N 2 to 9, `[15-7]` a set, `.` at the end one or
 * more of anything, `!` nothing or anything; dashes mean nothing. Without `_` it is the number itself. null when it is no pattern.
 */
export function dialplanPattern(pattern: string): RegExp | null {
  if (!pattern.startsWith('_')) return pattern === '' ? null : new RegExp(`^${pattern.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}$`);
  const rest = pattern.slice(1);
  const tokens = rest.match(TOKEN) ?? [];
  if (rest === '' || tokens.join('') !== rest) return null;
  try {
    return new RegExp(`^${tokens.map(regexOf).join('')}$`);
  } catch {
    // A set that runs backwards, such as [9-1].
    return null;
  }
}

function regexOf(token: string): string {
  if (token === '.') return '.+';
  if (token === '!') return '.*';
  if (token === '-') return '';
  return SETS[token.toUpperCase()] ?? (token.startsWith('[') ? token : token.replace(/[*+]/, '\\$&'));
}

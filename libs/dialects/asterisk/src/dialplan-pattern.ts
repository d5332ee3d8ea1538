const CLASSES: Readonly<Record<string, string>> = { X: '[0-9]', Z: '[1-9]', N: '[2-9]', '.': '.+', '!': '.*' };

const LETTERS = /[.*+?^${}()|[\]\\]/g;

/**
 * Compiles an extension pattern of Asterisk's dialplan: `_1XXX`, `_[2-4]XX`, `_9.`; without the underscore it is a plain number.
 *
 * Letters as in `pbx.c`: X any digit, Z 1-9, N 2-9, `.` one or more of anything, `!` none or more; `-` only separates.
 * Throws a RangeError when a bracket is not closed or a class is not a range.
 */
export function dialplanPattern(pattern: string): RegExp {
  if (!pattern.startsWith('_')) return new RegExp(`^${pattern.replace(LETTERS, '\\$&')}$`);
  let source = '';
  for (let index = 1; index < pattern.length; index++) {
    const letter = pattern.charAt(index);
    if (letter === '[') {
      const close = pattern.indexOf(']', index);
      const members = close < 0 ? '' : pattern.slice(index + 1, close);
      if (!/^[0-9*#+a-zA-Z-]+$/.test(members)) throw new RangeError(`${pattern} is not a dialplan pattern: unfinished or empty [ ]`);
      source += `[${members}]`;
      index = close;
    } else if (letter !== '-') {
      source += CLASSES[letter.toUpperCase()] ?? letter.replace(LETTERS, '\\$&');
    }
  }
  try {
    return new RegExp(`^${source}$`);
  } catch (cause) {
    throw new RangeError(`${pattern} is not a dialplan pattern`, { cause });
  }
}

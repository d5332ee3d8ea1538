const FRAME = /^\s+at .*?([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/m;

/**
 * What was thrown and at which line of the plugin, as far as that can be said without its message: a tagger that stumbles over a call
 * may well name a person or a number in it.
 */
export function thrownWhere(thrown: unknown): string {
  try {
    if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) return `something that is not an Error (${typeof thrown})`;
    const { name, message, stack = '' } = thrown as Error;
    const kind = /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error';
    const code = 'code' in thrown && /^[A-Z_]{1,60}$/.test(String(thrown.code)) ? ` ${String(thrown.code)}` : '';
    const frames = message === '' ? stack : stack.slice(stack.lastIndexOf(message) + message.length);
    const where = FRAME.exec(frames)?.[1];
    return `${kind}${code}${where === undefined ? '' : ` at ${where}`}`;
  } catch {
    return 'something that cannot be looked at';
  }
}

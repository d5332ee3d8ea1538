const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** The address of a registry on this machine, with a slash at its end. Any other is refused: nothing of ours may reach the public one. */
export function loopbackRegistry(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 'http:' && LOOPBACK.has(url.hostname)) return `${url.origin}/`;
  throw new Error(`The kit is published to a registry of this machine only, such as http://127.0.0.1:4873/, not to ${address}`);
}

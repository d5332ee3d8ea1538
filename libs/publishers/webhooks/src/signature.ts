import { createHmac } from 'node:crypto';

/** What proves where a delivery comes from and when it left: `t=1767600000,v1=<HMAC-SHA256 of "t.body" in hexadecimal digits>`. */
export function signature(body: string, { secret, sentAt }: { readonly secret: string; readonly sentAt: number }): string {
  const mac = createHmac('sha256', secret).update(`${sentAt}.${body}`).digest('hex');
  return `t=${sentAt},v1=${mac}`;
}

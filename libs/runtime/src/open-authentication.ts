import type { Authentication } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { Callstitch } from './callstitch.js';

/** Who says what a token may do: the tokens of our own database, or a wazo-auth. */
export type AuthenticationChoice =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'wazo-auth';
      /** Such as `http://localhost:9497`. */
      readonly baseUrl: string;
      readonly timeoutSeconds?: number;
      /** How long a yes is used again. */
      readonly keepSeconds?: number;
    };

/** Opens the authentication that is chosen; nothing is asked yet. Throws ARGUMENT_INVALID for an address that cannot be asked. */
export async function openAuthentication(
  choice: AuthenticationChoice,
  { callstitch, now }: { readonly callstitch: Pick<Callstitch, 'authentication'>; readonly now: () => Instant },
): Promise<Authentication> {
  if (choice.kind === 'local') return callstitch.authentication;
  const { openWazoAuth } = await import('@callstitch/auth-wazo-auth');
  const { kind: _, ...options } = choice;
  return openWazoAuth({ ...options, now });
}

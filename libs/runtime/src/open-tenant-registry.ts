import type { TenantRegistry } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import type { AuthenticationChoice } from './open-authentication.js';

/** Opens who knows which tenants there are; nothing is asked yet. Throws ARGUMENT_INVALID where nobody does, or without a token to ask with. */
export async function openTenantRegistry(choice: AuthenticationChoice, token: string | null): Promise<TenantRegistry> {
  if (choice.kind === 'local') {
    throw new CallstitchError(
      'ARGUMENT_INVALID',
      'There is no wazo-auth to ask which tenants there are; put its URL into CALLSTITCH_AUTH. Our own tenants are deleted by callstitch tenant delete.',
    );
  }
  if (token === null) {
    throw new CallstitchError('ARGUMENT_INVALID', 'wazo-auth wants to be shown a token; put one into CALLSTITCH_DIRECTORY_TOKEN.');
  }
  const { openWazoTenants } = await import('@callstitch/auth-wazo-auth');
  const { kind: _, ...options } = choice;
  return openWazoTenants({ ...options, token });
}

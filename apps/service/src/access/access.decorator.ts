import { SetMetadata } from '@nestjs/common';

/** What a route requires of a token. A route without it lets nobody in. */
export interface AccessRule {
  /** In wazo-auth's language; `{cdr_id}` takes the path's value. */
  readonly requires: string;
  /** Whether `token` and `tenant` may stand in the query. */
  readonly inQuery?: boolean;
}

export const ACCESS = 'callstitch:access';

/** Says which access a route requires. */
export const Access = (requires: string, { inQuery = false }: { readonly inQuery?: boolean } = {}): MethodDecorator =>
  SetMetadata(ACCESS, { requires, inQuery } satisfies AccessRule);

/** Opens a route to everybody. */
export const OpenToAll = (): MethodDecorator => SetMetadata(ACCESS, 'open');

import type { AccessAnswer, AccessQuestion, Authentication, Bearer, TenantUuids } from '@callstitch/application';
import { BriefMemory } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { readBearer, readTenants } from './read-reply.js';
import type { WazoAuthConnection } from './wazo-auth-connection.js';

export interface WazoAuthenticationOptions {
  readonly connection: WazoAuthConnection;
  readonly keepSeconds: number;
  readonly mostKept: number;
  readonly now: () => Instant;
}

/** What may be a token in an address: anything else would ask for another thing than a token. */
const TOKEN = /^[\w-]{1,256}$/;

/** Asks wazo-auth. A yes is used again for a moment; a no is asked again each time, because the next token or policy may be a second old. */
export class WazoAuthentication implements Authentication {
  readonly #granted: BriefMemory<true>;
  readonly #bearers: BriefMemory<Bearer>;
  readonly #visible: BriefMemory<TenantUuids>;

  constructor(private readonly options: WazoAuthenticationOptions) {
    const { keepSeconds, mostKept: most, now } = options;
    this.#granted = new BriefMemory({ keepSeconds, most, now });
    this.#bearers = new BriefMemory({ keepSeconds, most, now });
    this.#visible = new BriefMemory({ keepSeconds, most, now });
  }

  async check({ token, requiredAccess, tenantUuid }: AccessQuestion): Promise<AccessAnswer> {
    if (!TOKEN.test(token)) return { kind: 'unknown-token' };
    const question = JSON.stringify([token, requiredAccess, tenantUuid?.toLowerCase() ?? null]);
    if (this.#granted.recall(question) === undefined) {
      const refusal = await this.#ask(token, requiredAccess, tenantUuid);
      if (refusal !== null) return { kind: refusal };
      this.#granted.learn(question, true);
    }
    const bearer = await this.#bearerOf(token);
    return bearer === null ? { kind: 'unknown-token' } : { kind: 'granted', bearer };
  }

  async visibleTenants({ token, tenantUuid }: { readonly token: string; readonly tenantUuid: string }): Promise<TenantUuids | null> {
    if (!TOKEN.test(token)) return null;
    const wanted = tenantUuid.toLowerCase();
    const question = JSON.stringify([token, wanted]);
    const kept = this.#visible.recall(question);
    if (kept !== undefined) return kept;
    const visible = await this.#askTenants(token, wanted);
    if (visible !== null) this.#visible.learn(question, visible);
    return visible;
  }

  /** null for a yes. */
  async #ask(token: string, scope: string, tenantUuid: string | null): Promise<'unknown-token' | 'denied' | null> {
    const { connection } = this.options;
    const query = { scope, ...(tenantUuid === null ? {} : { tenant: tenantUuid }) };
    const { status } = await connection.send({ method: 'HEAD', path: `0.1/token/${token}`, query });
    if (status === 204) return null;
    if (status === 403) return 'denied';
    if (status === 404) return 'unknown-token';
    throw connection.unreachable(`answers with status ${status}`);
  }

  /** null for a token that has gone since it was asked about. */
  async #bearerOf(token: string): Promise<Bearer | null> {
    const kept = this.#bearers.recall(token);
    if (kept !== undefined) return kept;
    const { connection } = this.options;
    const { status, body } = await connection.send({ method: 'GET', path: `0.1/token/${token}` });
    if (status === 404) return null;
    if (status !== 200) throw connection.unreachable(`answers with status ${status}`);
    const bearer = readBearer(body);
    if (bearer === null) throw connection.unreachable('answers what tells no tenant');
    this.#bearers.learn(token, bearer);
    return bearer;
  }

  async #askTenants(token: string, tenantUuid: string): Promise<TenantUuids | null> {
    const { connection } = this.options;
    const headers = { 'X-Auth-Token': token, 'Wazo-Tenant': tenantUuid };
    const { status, body } = await connection.send({ method: 'GET', path: '0.1/tenants', headers });
    if (status === 401 || status === 403) {
      // It is the list that is refused: whose token it is may still be asked.
      const bearer = await this.#bearerOf(token);
      return bearer?.tenantUuid === tenantUuid ? [tenantUuid] : null;
    }
    if (status !== 200) throw connection.unreachable(`answers with status ${status}`);
    const visible = readTenants(body, tenantUuid);
    if (visible === null) throw connection.unreachable('answers what is no list of tenants');
    return visible;
  }
}

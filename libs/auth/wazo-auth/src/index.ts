export { openWazoAuth } from './open-wazo-auth.js';
export { openWazoTenants } from './wazo-tenants.js';
export type { WazoTenantsOptions } from './wazo-tenants.js';
export type { WazoAuthOptions } from './open-wazo-auth.js';

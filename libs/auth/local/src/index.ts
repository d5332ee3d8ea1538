export { openAccessAdministration } from './access-administration.js';
export type { AccessAdministration, AccessAdministrationOptions, NewTenant, ShownOnce, TokenWish } from './access-administration.js';
export { LocalAuthentication } from './local-authentication.js';
export type { LocalAuthenticationOptions } from './local-authentication.js';

export { openWazoAuth } from './open-wazo-auth.js';
export type { WazoAuthOptions } from './open-wazo-auth.js';

export { openWazoConfd } from './open-wazo-confd.js';
export type { WazoConfdOptions } from './open-wazo-confd.js';

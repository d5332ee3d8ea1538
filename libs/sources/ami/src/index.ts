export { amiArrivals } from './ami-arrivals.js';
export type { AmiArrivalsOptions } from './ami-arrivals.js';

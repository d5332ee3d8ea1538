export { celTable } from './cel-table.js';

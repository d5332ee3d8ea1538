import { room } from '../../../eslint.config.mjs';

export default room('jobs-pg-boss');

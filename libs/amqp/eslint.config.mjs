import { room } from '../../eslint.config.mjs';

export default room('amqp');

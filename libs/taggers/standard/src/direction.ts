import { defineTagger } from '@callstitch/plugin-api';

/** `inbound`, `outbound` or `internal`, for reports that only know tags. */
export const direction = defineTagger({
  name: 'direction',
  tag: (call) => [call.direction],
});

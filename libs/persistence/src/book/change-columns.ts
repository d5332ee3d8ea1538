/** How lines of the change feed are written by COPY. */
export const CHANGES = {
  table: 'call_log_change',
  columns: [
    ['kind', 'plain'],
    ['call_log_id', 'plain'],
    ['tenant_uuid', 'plain'],
    ['conversation_source', 'text'],
    ['conversation_id', 'text'],
    ['version', 'plain'],
    ['merged_into', 'plain'],
  ],
} as const;

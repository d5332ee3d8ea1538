/** Our tables whose contents grow and whose plans matter; a partitioned one stands for its months. */
export const OUR_TABLES = [
  'call_log',
  'recording',
  'call_log_change',
  'conversation',
  'conversation_linkedid',
  'recording_access',
  'recording_export',
  'recording_export_item',
] as const;

/** The columns of `Master.csv` by the sample configuration of Asterisk's `cel_custom`, which writes no header. */
export const SAMPLE_COLUMNS: readonly string[] = [
  ...['eventtype', 'eventtime', 'cidname', 'cidnum', 'cidani', 'cidrdnis', 'ciddnid', 'exten', 'context', 'channame'],
  ...['appname', 'appdata', 'amaflags', 'accountcode', 'uniqueid', 'linkedid', 'peer', 'userfield', 'userdeftype', 'eventextra'],
];

/** Whether a first line names columns, rather than being a row. */
export function isHeader(fields: readonly string[]): boolean {
  const names = fields.map((field) => field.trim().toLowerCase());
  return names.includes('linkedid') && names.includes('eventtime');
}

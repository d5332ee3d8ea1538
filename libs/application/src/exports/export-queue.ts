/** Hands exports to workers, in this process or another one. */
export interface ExportQueue {
  /** Has some worker run an export. Adding one twice does no harm. */
  add(exportUuid: string): Promise<void>;
}

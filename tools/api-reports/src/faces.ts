/** A room whose public face is kept in git. */
export interface Face {
  readonly name: string;
  /** Its folder, from the root of the workspace. */
  readonly at: string;
  /** Rooms whose types are shown as part of this face, because a change there is a change here. */
  readonly showing: readonly string[];
}

/** What plugin authors write against. */
export const faces: readonly Face[] = [
  { name: 'plugin-api', at: 'libs/plugin-api', showing: ['@callstitch/domain'] },
  { name: 'plugin-testing', at: 'libs/plugin-testing', showing: [] },
];

/** The cluster's one role, which owns everything in it. */
export const ROLE = 'callstitch';
export const DATABASE = 'callstitch';

/** Stands by itself, so that only commands that need a database wait for it to load. */
export { openCallstitch } from '@callstitch/runtime';

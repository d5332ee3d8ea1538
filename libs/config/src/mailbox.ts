/** Somebody's address, with or without a name before it: the name and the address. */
export const MAILBOX = /^(?:(.+?)\s*<)?([^<>\s]+@[^<>\s]+?)>?$/;

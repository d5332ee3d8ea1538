/** Wazo's four values. */
export type CdrStatus = 'answered' | 'blocked' | 'voicemail' | 'unknown';

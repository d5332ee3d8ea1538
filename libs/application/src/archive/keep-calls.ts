import type { ArchivedCall } from './archived-call.js';

/** Keeps calls before they are deleted. */
export type KeepCalls = (calls: readonly ArchivedCall[]) => Promise<void>;

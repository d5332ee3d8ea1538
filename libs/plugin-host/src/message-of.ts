/** What a thrown value says; by its shape, because a plugin's errors may come from another realm. */
export function messageOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);
}

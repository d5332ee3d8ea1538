/** One announcement as somebody outside got it. */
export interface Announced {
  /** Of the conversation. */
  readonly conversation: string;
  readonly event: string;
  /** In milliseconds since the epoch. */
  readonly at: number;
}

/** When each conversation was told of first. */
export function firstToldAt(heard: readonly Announced[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { conversation, at } of heard) if (!first.has(conversation)) first.set(conversation, at);
  return first;
}

/** Calls of which nothing was told, and those of which a change was told before their creation; what is told again changes nothing. */
export function toldFaults(who: string, calls: readonly string[], heard: readonly Announced[]): readonly string[] {
  const first = new Map<string, string>();
  for (const { conversation, event } of heard) if (!first.has(conversation)) first.set(conversation, event);
  const untold = calls.filter((call) => !first.has(call));
  const early = [...first].filter(([, event]) => event !== 'call_log_created');
  return [
    ...(untold.length > 0 ? [`${who} never heard of ${untold.length} calls, such as ${untold[0]}`] : []),
    ...(early.length > 0 ? [`${who} heard of a change before the creation of ${early.length} calls, such as ${early[0]?.[0]}`] : []),
  ];
}

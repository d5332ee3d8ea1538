/** One event as a client sees it. */
export interface SeenEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A client of server-sent events, which takes them one after the other. */
export async function followedStream(url: string, headers: Readonly<Record<string, string>> = {}) {
  const leaving = new AbortController();
  const answer = await fetch(url, { headers, signal: leaving.signal });
  const parts = blocks(answer);
  let beats = 0;
  const next = async (): Promise<SeenEvent | null> => {
    for (;;) {
      const { value, done } = await parts.next();
      if (done === true) return null;
      if (!value.startsWith(':')) return eventOf(value);
      beats++;
    }
  };
  return {
    answer,
    next,
    async take(count: number): Promise<readonly SeenEvent[]> {
      const seen: SeenEvent[] = [];
      for (let one = count === 0 ? null : await next(); one !== null; one = await next()) {
        seen.push(one);
        if (seen.length === count) break;
      }
      return seen;
    },
    /** How often it was said that the stream is still there. */
    beats: () => beats,
    leave: () => leaving.abort(),
  };
}

async function* blocks({ body }: Response): AsyncGenerator<string, undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const whole = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = whole.pop() ?? '';
    yield* whole;
  }
}

function eventOf(block: string): SeenEvent {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/, 2) as [string, string]));
  return { id: fields['id'] ?? '', event: fields['event'] ?? '', data: JSON.parse(fields['data'] ?? '{}') as SeenEvent['data'] };
}

/** Gets the next part while somebody is at work on this one; whoever leaves early ends the parts too. */
export async function* oneAhead<Part>(parts: AsyncGenerator<Part>): AsyncGenerator<Part> {
  let next = parts.next();
  try {
    for (;;) {
      const result = await next;
      if (result.done === true) return;
      next = parts.next();
      // It is awaited later, or by nobody when who reads leaves.
      next.catch(() => undefined);
      yield result.value;
    }
  } finally {
    await parts.return(undefined);
  }
}

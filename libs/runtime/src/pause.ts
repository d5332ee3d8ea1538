/** Waits so many milliseconds, or until something else settles; leaves no timer behind. */
export async function pause(milliseconds: number, until: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([over, until]);
  clearTimeout(timer);
}

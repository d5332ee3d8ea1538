/** Waits so many milliseconds, or until something else settles; leaves no timer behind. */
export async function pauseOrStop(milliseconds: number, stopped: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([over, stopped]);
  } finally {
    clearTimeout(timer);
  }
}

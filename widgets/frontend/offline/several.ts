/**
 * Do something with each of many, a few at a time.
 *
 * After one fails no more are begun; it rejects once those under way have ended, so that nothing
 * goes on behind the back of whoever cleans up.
 *
 * @param most How many may be under way at once.
 */
export async function several<T>(
  items: Iterable<T>,
  most: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  let failed = false;
  const hand = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && !failed; next = waiting.next()) {
      try {
        await act(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const hands = await Promise.allSettled(Array.from({ length: most }, hand));
  for (const one of hands) if (one.status === "rejected") throw one.reason;
}

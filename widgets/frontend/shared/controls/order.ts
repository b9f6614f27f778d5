/** The same ids with one of them at another place; the rest keep their order. */
export function moved(order: readonly string[], id: string, to: number): string[] {
  const rest = order.filter((other) => other !== id);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), id, ...rest.slice(place)];
}

/**
 * The ids in an order that is not the given one, the same each time.
 *
 * A page that is read twice, or beside a neighbour, shows the same start; chance would not.
 */
export function mixed(ids: readonly string[]): string[] {
  const half = Math.ceil(ids.length / 2);
  const late = ids.slice(half).reverse();
  const early = ids.slice(0, half).reverse();
  return late
    .flatMap((id, index) => [id, early[index]])
    .concat(early.slice(late.length))
    .filter((id): id is string => id !== undefined);
}

const UNPRINTED = "gb-dc-unprinted";

/** Print one element alone: what stands beside it, at any height, is left out on paper. */
export function printOnly(element: Element): void {
  const left: Element[] = [];
  const restore = () => {
    for (const one of left) one.classList.remove(UNPRINTED);
  };
  for (let at = element; at.parentElement; at = at.parentElement) {
    for (const beside of at.parentElement.children) {
      if (beside === at || beside.classList.contains(UNPRINTED)) continue;
      beside.classList.add(UNPRINTED);
      left.push(beside);
    }
  }
  addEventListener("afterprint", restore, { once: true });
  print();
}

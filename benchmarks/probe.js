// What is measured inside a page. `probe` is made before the page's own scripts run.
//
// A moment counts once it is painted: the page is looked at in the frame's own callback, and the
// clock is read in the first task after that frame.
globalThis.probe = (() => {
  /** The next frame: when it was painted, what was seen in it, when it began. */
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        const began = performance.now();
        const seen = probe.look?.();
        port1.onmessage = () => resolve([performance.now(), seen, began]);
        port2.postMessage(0);
      });
    });

  /** Wait until `look` gives what `right` accepts; the time in ms, or null after `patience`. */
  const until = async (look, right, start, patience) => {
    probe.look = look;
    for (;;) {
      const [now, seen] = await frame();
      if (right(seen)) return now - start;
      if (now - start > patience) return null;
    }
  };

  /** Time from the start of the navigation until all rows are drawn. */
  const drawn = (rows, expected, patience) => {
    const isDrawn = (count) => (expected === null ? count > 0 : count === expected);
    return until(() => document.body && rows(), isDrawn, 0, patience);
  };

  /**
   * Click, and wait until number and map are right. When they never are: until nothing has
   * changed for half a second, and what stands there then.
   *
   * The click comes right after a frame and time counts from that frame on, so that every page
   * has the same chance to make the next one.
   */
  const filtered = async (click, number, rows, wanted, on) => {
    probe.look = null;
    // The first frame after a rest keeps no time: the ones after it do.
    for (let rest = 0; rest < 3; rest += 1) await frame();
    const [, , start] = await frame();
    let changed = start;
    const watch = new MutationObserver(() => (changed = performance.now()));
    watch.observe(document, { subtree: true, childList: true, attributes: true });
    click(on);
    let said = null;
    let last;
    probe.look = () => [number(), wanted.points === null ? null : rows()];
    for (;;) {
      const [now, [count, points]] = await frame();
      if (said === null && count === wanted.number) said = now - start;
      if (said !== null && (wanted.points === null || points === wanted.points)) {
        watch.disconnect();
        return { right: true, said, time: now - start, number: count, points };
      }
      if (`${count}/${points}` !== last) changed = now;
      last = `${count}/${points}`;
      if (now - changed > 500 && now - start > 1500) {
        watch.disconnect();
        return { right: false, said, time: changed - start, number: count, points };
      }
    }
  };
  return { drawn, filtered, frame };
})();

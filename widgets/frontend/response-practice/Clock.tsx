import { useEffect, useState } from "preact/hooks";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { clockWords, spokenAt, timeWords, type Wait } from "./response";

const TICK_MS = 250;

/** Whether the reader asked the system for less motion. */
function still(): boolean {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}

/**
 * The time that passes while one waits. It makes no sound and never decides: going on is a button.
 *
 * With less motion it shows every tenth second only. What is spoken comes twice a minute.
 */
export function Clock({ wait, speed }: { wait: Wait; speed: number }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    // Counted from the start of this speed, so that a tab that slept is right when it wakes.
    const began = performance.now();
    const before = seconds;
    const timer = setInterval(() => {
      const now = before + ((performance.now() - began) / 1000) * speed;
      setSeconds(Math.min(wait.end, now));
      if (now >= wait.end) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
    // The seconds so far are where another speed goes on from.
  }, [speed, wait]);

  const shown = still() && seconds < wait.end ? Math.floor(seconds / 10) * 10 : seconds;
  const share = (part: number) => `${Math.min(100, (part / wait.end) * 100)}%`;
  const span =
    wait.start === wait.end ? timeWords(wait.end) : `${wait.start / 60} to ${timeWords(wait.end)}`;
  return (
    <div class="gb-response-clock">
      {/* The live region speaks; a timer that spoke every second would drown everything. */}
      <p aria-hidden="true">
        <span class="gb-response-time">{clockWords(shown)}</span> of {span}
        {wait.breath_every !== undefined && (
          <span class="gb-response-breaths">
            {" "}
            · breath {Math.floor(shown / wait.breath_every) + 1}, one every {wait.breath_every}{" "}
            seconds
          </span>
        )}
        {speed > 1 && ` · ${speed} times as fast`}
      </p>
      <div class="gb-response-bar" aria-hidden="true">
        <span style={{ width: share(shown) }} />
        {wait.start < wait.end && <i style={{ insetInlineStart: share(wait.start) }} />}
      </div>
      <LiveRegion message={spokenAt(seconds, wait)} delay={0} />
    </div>
  );
}

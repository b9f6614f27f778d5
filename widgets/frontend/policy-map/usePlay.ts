import { useEffect, useRef, useState } from "preact/hooks";

/** How long each year stands while the years are played, in milliseconds. */
const BEAT = 900;

/** Whether the reader asked their device for less motion; then nothing here moves by itself. */
export function prefersStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Years that go by when asked to, from where they stand or, at the end, from the beginning. */
export function usePlay(
  year: number,
  first: number,
  last: number,
  setYear: (year: number) => void,
): { playing: boolean; toggle: () => void; stop: () => void } {
  const [playing, setPlaying] = useState(false);
  const next = useRef(() => {});
  next.current = () => {
    if (year >= last) setPlaying(false);
    else setYear(year + 1);
  };
  useEffect(() => {
    if (!playing) return;
    const clock = setInterval(() => next.current(), BEAT);
    return () => clearInterval(clock);
  }, [playing]);
  return {
    playing,
    stop: () => setPlaying(false),
    toggle: () => {
      if (!playing && year >= last) setYear(first);
      setPlaying(!playing);
    },
  };
}

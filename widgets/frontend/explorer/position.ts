/** The reader's own position: asked for on press only, kept nowhere, sent nowhere. */

import type { Near } from "../shared/directory/filter";

export const OWN_POSITION = "My position";

/** Three decimals are about a hundred metres: enough to sort by, and no more than that. */
const DIGITS = 3;

/** How far a position may be rounded for others to see: about a kilometre. */
const SHARED_DIGITS = 2;

const PATIENCE_MS = 20_000;

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Ask the browser, which asks the reader. Rejects with words the reader can act on. */
export function ownPosition(): Promise<Near> {
  return new Promise((resolve, reject) => {
    if (!("geolocation" in navigator)) {
      reject(new Error("This browser cannot tell your position. Type a town or ZIP code instead."));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          label: OWN_POSITION,
          latitude: round(coords.latitude, DIGITS),
          longitude: round(coords.longitude, DIGITS),
        }),
      (problem) => reject(new Error(refusal(problem.code))),
      { maximumAge: 60_000, timeout: PATIENCE_MS },
    );
  });
}

/** Whether a place is the reader's own position, not a town. */
export function isOwn(near: Near | null): boolean {
  return near?.label === OWN_POSITION;
}

/** The place as a link may hold it. */
export function forLink(near: Near | null): Near | null {
  if (!near || !isOwn(near)) return near;
  return {
    label: near.label,
    latitude: round(near.latitude, SHARED_DIGITS),
    longitude: round(near.longitude, SHARED_DIGITS),
  };
}

/** Codes of GeolocationPositionError. */
function refusal(code: number): string {
  if (code === 1) {
    return "Your browser did not give your position: the permission is off. Type a town or ZIP code instead.";
  }
  if (code === 3) {
    return "Finding your position took too long. Try again, or type a town or ZIP code.";
  }
  return "Your position could not be found just now. Type a town or ZIP code instead.";
}

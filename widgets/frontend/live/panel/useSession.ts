import { useEffect, useState } from "preact/hooks";
import type { Session } from "./session";

/** Draw again whenever the session says that something changed. */
export function useSession(session: Session): void {
  const [, again] = useState(0);
  useEffect(() => session.subscribe(() => again((count) => count + 1)), [session]);
}

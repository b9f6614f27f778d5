import { useEffect, useState } from "preact/hooks";

export interface LiveRegionProps {
  message: string;
  /** How long the message has to stand still before it is spoken, in milliseconds. */
  delay?: number;
}

/** Says a message politely, and only once it has stopped changing. Nothing is shown. */
export function LiveRegion({ message, delay = 600 }: LiveRegionProps) {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(message), delay);
    return () => clearTimeout(timer);
  }, [message, delay]);
  return (
    <div class="gb-spoken" role="status" aria-live="polite" aria-atomic="true">
      {spoken}
    </div>
  );
}

import { OutLink } from "../shared/controls/OutLink";
import type { Payload, SourceRecord } from "./response";

/** The sources of a statement in small print, with what should be known of a copy. */
export function From({ content, ids }: { content: Payload; ids: readonly string[] }) {
  const found = ids
    .map((id) => content.sources.find((source) => source.id === id))
    .filter((source): source is SourceRecord => source !== undefined);
  if (found.length === 0) return null;
  return (
    <p class="gb-response-from">
      {found.length === 1 ? "Source: " : "Sources: "}
      {found.map((source, index) => (
        <span key={source.id}>
          {index > 0 && "; "}
          {source.body !== source.title && `${source.body}: `}
          <OutLink href={source.url}>{source.title}</OutLink>
          {source.year !== undefined && `, ${source.year}`}
          {remark(source) && ` (${remark(source)})`}
        </span>
      ))}
      .
    </p>
  );
}

function remark({ remark = "", evidence }: SourceRecord): string {
  return [remark, evidence === "weak" ? "weak source" : ""].filter(Boolean).join("; ");
}

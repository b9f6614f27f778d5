import { Source } from "../shared/controls/Source";
import type { Payload, SourceOf } from "./alcohol/payload";

/** One source, with its year and how it is known. */
export function Cite({ source, label }: { source: SourceOf; label?: string }) {
  return <Source {...source} year={source.year ?? ""} label={label} />;
}

/** The sources of a passage, by their ids. */
export function Sources({ payload, ids }: { payload: Payload; ids: readonly string[] }) {
  const found = ids.flatMap((id) => payload.sources[id] ?? []);
  if (found.length === 0) return null;
  return (
    <p class="gb-quiet gb-dc-sources">
      {found.length === 1 ? "Source: " : "Sources: "}
      {found.map((source, i) => (
        <span key={source.url || source.title}>
          {i > 0 && "; "}
          <Cite source={source} label="" />
        </span>
      ))}
    </p>
  );
}

import { Source } from "../shared/controls/Source";
import { cited, type Situation } from "./situation";

/** The sources of a statement: title, year, and how they were read. */
export function Cited({ situation, ids }: { situation: Situation; ids: readonly string[] }) {
  const sources = cited(situation, ids);
  return (
    <p class="gb-scn-sources">
      {sources.length === 1 ? "Source: " : "Sources: "}
      {sources.map(({ id, ...source }, index) => (
        <span key={id}>
          {index > 0 && "; "}
          <Source {...source} label="" />
        </span>
      ))}
      .
    </p>
  );
}

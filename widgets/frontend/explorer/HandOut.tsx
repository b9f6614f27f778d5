import type { Result } from "../shared/directory/filter";
import { summary } from "../shared/directory/summary";
import type { Directory } from "../shared/directory/table";
import { contentsOf } from "./CopyLink";
import type { Traits } from "./state";
import { addressState } from "./useAddress";
import { dateWords, distanceWords, placeWords, type Unit } from "./words";

export interface HandOutProps {
  directory: Directory;
  result: Result;
  traits: Traits;
}

/** All results as a sheet to print and hand on: no controls, every source and date. */
export function HandOut({ directory, result, traits }: HandOutProps) {
  const asked = contentsOf(directory, { ...addressState(traits), entry: "" });
  const near = traits.near !== null;
  return (
    <section class="gb-handout">
      <h2>From the directory</h2>
      <p>
        {asked.length > 0 && (
          <>
            Asked for: <bdi>{asked.join("; ")}</bdi>.{" "}
          </>
        )}
        {summary(result)}. Edition of {dateWords(directory.edition)}. Services are as coded by the
        editors: ask first. When someone’s life is in danger, call your local emergency number.
      </p>
      <ol>
        {Array.from(result.shown, (row, i) => (
          <Line
            key={row}
            directory={directory}
            row={row}
            km={result.distance_km ? result.distance_km[i]! : null}
            unit={traits.unit}
          />
        ))}
      </ol>
      {near && result.apart.length > 0 && (
        <>
          <h2>Reaching further: national, international and online</h2>
          <ol>
            {Array.from(result.apart, (row) => (
              <Line key={row} directory={directory} row={row} km={null} unit={traits.unit} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

interface LineProps {
  directory: Directory;
  row: number;
  km: number | null;
  unit: Unit;
}

function Line({ directory, row, km, unit }: LineProps) {
  const entry = directory.entry(row);
  const services = entry.services.map((id) => directory.label("services", id));
  const away = km === null ? "" : distanceWords(km, unit, entry.precision);
  const where = [entry.address, placeWords(directory, row), away].filter(Boolean).join(" · ");
  const source = [
    entry.source_title,
    entry.source_date ? dateWords(entry.source_date) : "undated",
    entry.source_url,
  ];
  return (
    <li>
      <h3>
        <bdi>{entry.name}</bdi>
      </h3>
      <p>
        <bdi>{where}</bdi>
      </p>
      {services.length > 0 && <p>{services.join(" · ")}</p>}
      {entry.phone && (
        <p>
          Phone: <bdi>{entry.phone}</bdi> (
          {[entry.phone_source, entry.phone_date && dateWords(entry.phone_date)]
            .filter(Boolean)
            .join(", ") || "source not given"}
          )
        </p>
      )}
      {entry.website && (
        <p>
          <bdi>{entry.website}</bdi>
          {entry.website_evidence !== "read" && " (not checked)"}
        </p>
      )}
      <p class="gb-handout-source">
        <strong>{entry.badge}.</strong> Source: <bdi>{source.filter(Boolean).join(", ")}</bdi>
      </p>
    </li>
  );
}

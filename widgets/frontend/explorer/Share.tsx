import { Button } from "../shared/controls/Button";
import { Disclosure } from "../shared/controls/Disclosure";
import { toCsv, toGeojson } from "../shared/directory/export";
import type { Result } from "../shared/directory/filter";
import { count } from "../shared/directory/summary";
import type { Directory } from "../shared/directory/table";
import { download } from "../shared/dom";
import { CopyLink } from "./CopyLink";
import { everything } from "./everything";
import type { Traits } from "./state";

export interface ShareProps {
  directory: Directory;
  result: Result;
  traits: Traits;
}

/** Take the results along: a link, a file, a sheet of paper. */
export function Share({ directory, result, traits }: ShareProps) {
  const name = `directory-${directory.edition}`;
  const save = (ending: string, type: string, write: typeof toCsv) => {
    const { rows, distances } = everything(result);
    download(`${name}.${ending}`, type, write(directory, rows, distances));
  };
  const number = result.shown.length + result.apart.length;
  return (
    <Disclosure label="Share or save" icon="download">
      {() => (
        <div class="gb-share">
          {traits._options.address && <CopyLink directory={directory} traits={traits} />}
          <p>
            Files and print hold {number === 1 ? "the one result" : `all ${count(number)} results`},
            with sources and dates.
          </p>
          <div class="gb-row">
            <Button icon="download" onClick={() => save("csv", "text/csv;charset=utf-8", toCsv)}>
              CSV table
            </Button>
            <Button
              icon="download"
              onClick={() => save("geojson", "application/geo+json", toGeojson)}
            >
              GeoJSON map
            </Button>
            <Button icon="print" onClick={() => print()}>
              Print
            </Button>
          </div>
        </div>
      )}
    </Disclosure>
  );
}

import type { ComponentChildren, RefObject } from "preact";
import { Button } from "../shared/controls/Button";
import { OutLink } from "../shared/controls/OutLink";
import type { Directory, Entry } from "../shared/directory/table";
import { hostName } from "../shared/dom";
import { EvidenceBadge } from "./Badges";
import { CopyEntryLink } from "./CopyLink";
import { correctionLinks } from "./corrections";
import type { Options } from "./state";
import { dateWords, listWords, type Unit } from "./words";

/** What all cards share. */
export interface CardContext {
  unit: Unit;
  options: Options;
  /** The row whose heading takes the focus when it is next drawn; -1 for none. */
  focus: RefObject<number> & { current: number };
}

export interface DetailCardProps {
  id: string;
  directory: Directory;
  row: number;
  context: CardContext;
  onClose: () => void;
}

/** Everything known of one entry, with how it is known and when. */
export function DetailCard({ id, directory, row, context, onClose }: DetailCardProps) {
  const entry = directory.entry(row);
  const labels = (name: "services" | "audiences" | "approaches", ids: readonly string[]) =>
    ids.map((each) => directory.label(name, each));
  const services = labels("services", entry.services);
  const audience = labels("audiences", entry.audience);
  const approach = labels("approaches", entry.approach);
  return (
    <div class="gb-card" id={id}>
      <p class="gb-badges">
        <EvidenceBadge directory={directory} row={row} />
      </p>
      {entry.description && (
        <p class="gb-description">
          <bdi>{entry.description}</bdi>
        </p>
      )}
      {services.length > 0 && (
        <section>
          <h4>
            Services <span class="gb-quiet">as coded by the editors; ask first</span>
          </h4>
          <ul class="gb-tags">
            {services.map((label) => (
              <li key={label}>
                <bdi>{label}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Facts>
        <Fact name="Kind">{directory.label("types", entry.type)}</Fact>
        <Fact name="For">{listWords(audience)}</Fact>
        <Fact name="Approach">{listWords(approach)}</Fact>
        <Fact name="Reach">{directory.label("reaches", entry.reach)}</Fact>
        <Fact name="Status">{statusWords(directory, entry)}</Fact>
        <Fact name="Earlier names">{entry.former_names.join("; ")}</Fact>
        <Fact name="Founded">{foundedWords(entry)}</Fact>
        <Fact name="Website">{website(entry)}</Fact>
        <Fact name="Phone">{entry.phone && phone(entry)}</Fact>
        <Fact name="Address">{address(entry)}</Fact>
        <Fact name="On the map">{positionWords(directory, row)}</Fact>
        <Fact name="Note">{entry.note}</Fact>
      </Facts>
      {(entry.listed_address || entry.listed_phone) && <Listed entry={entry} />}
      <section class="gb-source">
        <h4>How we know</h4>
        <p>
          Source:{" "}
          {entry.source_title || entry.source_url ? (
            <OutLink href={entry.source_url}>
              {entry.source_title || hostName(entry.source_url) || "source"}
            </OutLink>
          ) : (
            "none given"
          )}
          {entry.source_date ? `, ${dateWords(entry.source_date)}` : ", undated"}.{" "}
          {entry.last_checked
            ? `The editors contacted it on ${dateWords(entry.last_checked)}.`
            : "No one from this book has contacted it yet: ask before you go."}
        </p>
      </section>
      <div class="gb-card-actions">
        <CopyEntryLink enabled={context.options.address === true} id={entry.id} />
        {correctionLinks(context.options.corrections, entry).map(({ href, words, mail }) =>
          mail ? (
            <a key={href} href={href}>
              {words}
            </a>
          ) : (
            <OutLink key={href} href={href}>
              {words}
            </OutLink>
          ),
        )}
        {context.options.list_url && (
          <a href={`${context.options.list_url}#entry-${encodeURIComponent(entry.id)}`}>
            Find it in the plain list
          </a>
        )}
        <Button icon="close" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

/** The class stands around the list: the book's theme spaces lists that have one of their own. */
function Facts({ children }: { children: ComponentChildren }) {
  return (
    <div class="gb-facts">
      <dl>{children}</dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  if (children === "" || children === null || children === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

function statusWords(directory: Directory, entry: Entry): string {
  // A row that is only listed is never called active.
  const listed = entry.evidence_grade === "listed" || entry.evidence_grade === "as-listed";
  if (entry.status === "active" && listed) return "Not confirmed";
  const label = directory.label("statuses", entry.status);
  return entry.closed ? `${label}, ${entry.closed}` : label;
}

function foundedWords({ founded, founded_evidence }: Entry): string {
  return founded && founded_evidence !== "read" ? `about ${founded} (not checked)` : founded;
}

function website({ website: url, website_evidence }: Entry) {
  if (!url) return null;
  const name = hostName(url) || url;
  if (website_evidence === "read") return <OutLink href={url}>{name}</OutLink>;
  return (
    <>
      {name} <span class="gb-quiet">(not checked)</span>
    </>
  );
}

const DIALLED = /^[+(]?\d[\d ().-]{1,24}\d$/;

/** A number that a dated source confirms; of a place that is no more, as text: a tap must not call a stranger. */
function phone({ phone: number, phone_source, phone_date, badge_kind }: Entry) {
  const source = [phone_source, phone_date && dateWords(phone_date)].filter(Boolean).join(", ");
  const dialled = DIALLED.test(number) && badge_kind !== "historical";
  return (
    <>
      {dialled ? <a href={`tel:${number.replace(/[^+\d]/g, "")}`}>{number}</a> : number}{" "}
      {source && <span class="gb-quiet">({source})</span>}
    </>
  );
}

function address({ address: street, postcode, visitable }: Entry) {
  const words = [street, postcode].filter(Boolean).join(", ");
  if (!words) return null;
  return (
    <>
      {words}
      {visitable === "no" && <span class="gb-quiet"> (for mail, not a place to visit)</span>}
    </>
  );
}

/** What a pin says about the place, and what it does not. */
function positionWords(directory: Directory, row: number): string {
  if (directory.isWide(row)) {
    return directory.hasPosition(row)
      ? "At its office’s town; it works far beyond"
      : "Not on the map";
  }
  if (!directory.hasPosition(row)) return "Not on the map: its place is not known or not public";
  switch (directory.text("precision", row)) {
    case "street":
      return "At its street address";
    case "neighbourhood":
      return "In the middle of its neighbourhood, not at its door";
    case "postcode":
      return "In the middle of its postcode area, not at its door";
    case "city":
      return "At the centre of its city, not at its door";
    default:
      return "In the middle of its region, not at its door";
  }
}

function Listed({ entry }: { entry: Entry }) {
  const year = entry.listed_year ? `c. ${entry.listed_year}` : "undated";
  return (
    <details class="gb-listed">
      <summary>
        Old contact data, as listed in <bdi>{entry.listed_source || "an old document"}</bdi>, {year}
      </summary>
      <p class="gb-warning">
        Kept as history. It may reach nobody, or somebody else: do not rely on it.
      </p>
      <Facts>
        <Fact name="Address then">{entry.listed_address}</Fact>
        <Fact name="Phone then">{entry.listed_phone}</Fact>
      </Facts>
    </details>
  );
}

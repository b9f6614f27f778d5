import { hostName } from "../dom";
import { OutLink } from "./OutLink";

/** What stands behind a source; one that was itself read needs no remark. */
const REMARKS: Readonly<Record<string, string>> = {
  copy: "read as a copy or at second hand",
  quoted: "as quoted by another source",
  contested: "sources differ",
  weak: "a weak source",
};

export interface SourceProps {
  title: string;
  /** Where it can be read; left out, or not an address of the web, the title stands alone. */
  url?: string;
  /** The year, or the date in words. */
  year?: string | number;
  /** How it is known, as the tables have it: `read`, `copy`, `quoted`, `contested` or `weak`. */
  evidence?: string;
  /** The word before it; "" for none. */
  label?: string;
}

/** Where a statement is from: a link with its year, and a remark where it was not read itself. */
export function Source({
  title,
  url = "",
  year = "",
  evidence = "",
  label = "Source",
}: SourceProps) {
  const remark = REMARKS[evidence] ?? "";
  return (
    <span class="gb-from">
      {label && `${label}: `}
      <OutLink href={url}>{title || hostName(url) || "source"}</OutLink>
      {year !== "" && `, ${year}`}
      {remark && <span class="gb-remark"> ({remark})</span>}
    </span>
  );
}

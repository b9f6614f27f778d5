import { useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { useUnique } from "../shared/controls/useUnique";
import { type AddressState, EMPTY_ADDRESS, toFragment } from "../shared/directory/address";
import { FACET_COLUMNS } from "../shared/directory/filter";
import type { Directory } from "../shared/directory/table";
import { forLink, isOwn } from "./position";
import type { Traits } from "./state";
import { addressState } from "./useAddress";
import { FACET_NAMES, FACET_ORDER, length, listWords } from "./words";

/** The page's own address with another fragment. */
function linkTo(fragment: string): string {
  const page = location.href.replace(/#.*$/, "");
  return fragment ? `${page}#${fragment}` : page;
}

/** What a link holds, in words: the reader should know before sharing it. */
export function contentsOf(directory: Directory, state: AddressState): string[] {
  const parts: string[] = [];
  for (const facet of FACET_ORDER) {
    const chosen = state.facets[facet];
    if (chosen.length > 0) {
      const { vocabulary } = FACET_COLUMNS[facet];
      const labels = chosen.map((id) => directory.label(vocabulary, id));
      parts.push(`${FACET_NAMES[facet].toLowerCase()}: ${listWords(labels)}`);
    }
  }
  if (state.text.trim()) parts.push(`what you typed, “${state.text.trim()}”`);
  if (state.near) {
    const around =
      state.within_km === null
        ? "at any distance"
        : `within ${length(state.within_km, state.unit)}`;
    parts.push(
      isOwn(state.near)
        ? `where you are, to about a kilometre, ${around}`
        : `near ${state.near.label}, ${around}`,
    );
  }
  if (state.entry) {
    const row = directory.find(state.entry);
    parts.push(`the opened entry${row < 0 ? "" : `, ${directory.text("name", row)}`}`);
  }
  return parts;
}

/** Copies a link to what is shown now, and says what the link tells whoever gets it. */
export function CopyLink({ directory, traits }: { directory: Directory; traits: Traits }) {
  const full = addressState({ ...traits, near: forLink(traits.near) });
  const contents = contentsOf(directory, full);
  const own = isOwn(traits.near);
  const link = linkTo(toFragment(full, { complete: true }));
  return (
    <div class="gb-copy">
      <p>
        {contents.length > 0 ? (
          <>
            The link holds <bdi>{contents.join("; ")}</bdi>. Whoever opens it sees that.
          </>
        ) : (
          "The link opens the whole directory; nothing else is in it."
        )}
      </p>
      <CopyButton link={link}>Copy link</CopyButton>
      {own && (
        <CopyButton link={linkTo(toFragment({ ...full, near: null }, { complete: true }))}>
          Copy it without where I am
        </CopyButton>
      )}
    </div>
  );
}

/** Copies a link to one entry, which holds nothing of the reader's search. */
export function CopyEntryLink({ enabled, id }: { enabled: boolean; id: string }) {
  if (!enabled) return null;
  return (
    <CopyButton
      link={linkTo(toFragment({ ...EMPTY_ADDRESS, entry: id }))}
      after="It opens this entry, and holds nothing of your search."
    >
      Copy link to this entry
    </CopyButton>
  );
}

interface CopyButtonProps {
  link: string;
  children: string;
  after?: string;
}

function CopyButton({ link, children, after = "" }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<{ link: string; copied: boolean } | null>(null);
  const id = useUnique();
  // What was said about another link is no longer true.
  const said = outcome?.link === link ? outcome : null;
  const onClick = async () => setOutcome({ link, copied: await copy(link) });
  return (
    <div class="gb-copy-button">
      <Button icon="link" onClick={onClick} describedBy={id}>
        {children}
      </Button>
      <span class="gb-copy-said" role="status" id={id}>
        {said?.copied && `Copied. ${after}`}
        {said && !said.copied && "Copying is blocked here; take the link from this box:"}
      </span>
      {said && !said.copied && (
        <input
          class="gb-input"
          readOnly
          aria-label="Link"
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}

/** Whether the text is now on the clipboard. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

import type { JSX } from "preact";
import { createPortal } from "preact/compat";
import { Editor } from "./Editor";
import type { Session } from "./session";
import { useSession } from "./useSession";

/** An editor in every cell of the page. */
export function LiveCells({ session }: { session: Session }): JSX.Element {
  useSession(session);
  const { cells } = session;
  return (
    <>
      {cells.map((cell, place) =>
        createPortal(
          <Editor
            key={cell.page.number}
            session={session}
            cell={cell}
            of={cells.length}
            onNext={() => cells[place + 1]?.page.editor.querySelector("textarea")?.focus()}
          />,
          cell.page.editor,
        ),
      )}
    </>
  );
}

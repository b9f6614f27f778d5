import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../shared/controls/Button";
import { useUnique } from "../../shared/controls/useUnique";
import type { Session } from "./session";

/** What the kernel's part weighs on its way, in kilobytes; a test holds it to the file. */
export const KERNEL_KB = 200;

/** Where the cells shall run; what is sent to whom stands above each button. */
export function Choosing({ session }: { session: Session }): JSX.Element {
  const { service, spec } = session.offer;
  return (
    <>
      <p>
        <strong>Nothing has been sent yet.</strong> The cells need a computer with Python. Choose
        one. When you start, this page also loads about {KERNEL_KB} KB more from the book’s own
        site.
      </p>
      {spec && <Binder host={new URL(service).host} onStart={() => void session.startBinder()} />}
      <OwnServer session={session} alone={!spec} />
      <p class="guidebook-live-small">
        What you type into a cell goes to that computer when you run it. Please write nothing there
        about yourself or others that it should not know. The widgets that it sends run in this
        page, so use a computer that you trust. The page stores nothing in this browser; a server
        may set a cookie of its own.
      </p>
    </>
  );
}

function Binder({ host, onStart }: { host: string; onStart: () => void }): JSX.Element {
  return (
    <div class="guidebook-live-choice">
      <h3>On Binder: free, without an account</h3>
      <ul>
        <li>
          <strong>Sent to {host}:</strong> your internet address, your browser’s name, and which
          book this is. To the computer that it starts: the code that you run.
        </li>
        <li>
          <strong>Takes:</strong> a minute or two, and ten or more where the book has just changed.
        </li>
        <li>
          <strong>Ends:</strong> after about ten minutes without use, and with this page.
        </li>
      </ul>
      <Button kind="accent" onClick={onStart}>
        Start on Binder
      </Button>
    </div>
  );
}

function OwnServer({ session, alone }: { session: Session; alone: boolean }): JSX.Element {
  const id = useUnique();
  const [address, setAddress] = useState("");
  const [token, setToken] = useState("");
  const [folder, setFolder] = useState("");
  return (
    <form
      class="guidebook-live-choice"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void session.startServer(address, token, folder);
      }}
    >
      <h3>On your own or your school’s Jupyter server</h3>
      <ul>
        <li>
          <strong>Sent to that server:</strong> your internet address, the token, and the code that
          you run. To nobody else.
        </li>
        <li>
          <strong>Takes:</strong> a few seconds, where the server is running.
        </li>
      </ul>
      {alone && (
        <p>
          Binder is not offered here: this copy of the book does not know where its files are
          published.
        </p>
      )}
      <div class="guidebook-live-fields">
        <label for={`${id}address`}>Address of the server</label>
        <input
          id={`${id}address`}
          type="text"
          inputMode="url"
          required
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="http://localhost:8888"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <label for={`${id}token`}>Token (it may also stand in the address)</label>
        <input
          id={`${id}token`}
          type="password"
          autocomplete="off"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <label for={`${id}folder`}>
          Folder of the book’s files there, unless it is the first one
        </label>
        <input
          id={`${id}folder`}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={folder}
          onInput={(event) => setFolder(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="gb-button gb-button-accent">
        <span class="gb-button-words">Start on this server</span>
      </button>
      <details>
        <summary>What that server must allow</summary>
        <Allowing repository={session.offer.repository} />
      </details>
    </form>
  );
}

/** What a server has to be told before a page of another site may use it. */
function Allowing({ repository }: { repository: string }): JSX.Element {
  const disk = location.protocol === "file:";
  const origin = disk ? "*" : location.origin;
  const command = `jupyter lab --ServerApp.allow_origin='${origin}'`;
  return (
    <>
      <p>
        A Jupyter server answers its own pages only. Start one on your own device in the folder of
        the book’s files{repository && <> (from {repository})</>}, where “pip install .” was run
        once, like this:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls inside itself */}
      <pre tabIndex={0}>{command}</pre>
      <p>
        It prints its address with the token. You can copy the whole line into the first field.
        {disk &&
          " This page was opened from a disk and has no address that a server could name; the star allows every page that knows the token, so stop the server when you are done."}
      </p>
      <p>
        Your browser may ask whether this page may reach your own network; Safari does not let it.
      </p>
      <p>
        On a school’s JupyterHub, whoever runs it sets{" "}
        <code>c.ServerApp.allow_origin = "{origin}"</code> for the users’ servers. Your address is
        then https://HUB/user/NAME/, and you make a token on the hub’s page “Token”.
      </p>
    </>
  );
}

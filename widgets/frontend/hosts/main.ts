/** The page's one host: `static/page/host.js`. */
import { besideScript, start, type Waiting } from "./page";

const place = globalThis as { guidebookPage?: { waiting?: Waiting[] } };
const earlier = place.guidebookPage;

// A page that names the host twice gets one.
if (earlier === undefined || earlier.waiting !== undefined) {
  const { src } = document.currentScript as HTMLScriptElement;
  place.guidebookPage = start(document, besideScript(src), earlier?.waiting) as object;
}

/** What moves around every page, whatever the page holds: `static/page/chrome.js`. */
import { markCurrentSection } from "./contents";
import { copyCode } from "./copy";
import { leaveQuickly } from "./leave";
import { offerLeaveChoice } from "./leave-choice";
import { openMenu } from "./menu";
import { openNotes } from "./notes";
import { reachByKeyboard } from "./scrolling";
import { openSearch } from "./searching";
import { chooseTextSize } from "./text-size";
import { switchTheme } from "./theme";
import { unfold } from "./unfold";
import { tellOfUpdates } from "./updates";

const parts = [
  leaveQuickly,
  offerLeaveChoice,
  switchTheme,
  chooseTextSize,
  openMenu,
  openSearch,
  markCurrentSection,
  openNotes,
  reachByKeyboard,
  copyCode,
  unfold,
  tellOfUpdates,
];

// One part that fails in some browser leaves the others working.
for (const part of parts) {
  try {
    part(document);
  } catch (error) {
    console.warn(error);
  }
}

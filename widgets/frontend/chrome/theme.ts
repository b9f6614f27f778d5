/** Light, dark, or as the device has it. Kept only once it was chosen. */

const KEY = "mode";
type Mode = "auto" | "light" | "dark";

const WORDS: Record<Mode, string> = {
  auto: "Colours as your device has them",
  light: "Light colours",
  dark: "Dark colours",
};

/** The mode after this one; the first step away from "auto" always changes what is seen. */
export function nextMode(mode: Mode, deviceIsDark: boolean): Mode {
  const order: Mode[] = deviceIsDark ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
  return order[(order.indexOf(mode) + 1) % order.length] as Mode;
}

export function switchTheme(document: Document): void {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const buttons = document.querySelectorAll<HTMLButtonElement>(".theme-switch-button");
  let mode = asMode(root.dataset.mode);

  const show = (): void => {
    root.dataset.mode = mode;
    root.dataset.theme = mode === "auto" ? (device.matches ? "dark" : "light") : mode;
    for (const button of buttons) {
      button.title = `${WORDS[mode]} (press to change)`;
      button.setAttribute("aria-label", button.title);
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      mode = nextMode(mode, device.matches);
      keep(mode);
      show();
    });
  }
  device.addEventListener("change", show);
  show();
}

function asMode(text: string | undefined): Mode {
  return text === "light" || text === "dark" ? text : "auto";
}

/** A choice equal to the default leaves nothing behind. */
function keep(mode: Mode): void {
  try {
    if (mode === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, mode);
  } catch {
    // A browser that stores nothing forgets the choice on the next page.
  }
}

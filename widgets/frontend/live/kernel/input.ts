/** The question of a cell that calls `input()`. */
import { make } from "./dom";

export function askInput(
  place: HTMLElement,
  prompt: string,
  password: boolean,
  answer: (value: string) => void,
): void {
  const form = make("form", { className: "guidebook-live-input" });
  const label = make("label", { textContent: prompt || "The cell asks for a text:" });
  const field = make("input", { type: password ? "password" : "text", autocomplete: "off" });
  const send = make("button", {
    type: "submit",
    className: "guidebook-live-button",
    textContent: "Send to the cell",
  });
  label.append(field);
  form.append(label, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.remove();
    answer(field.value);
  });
  place.append(form);
  field.focus();
}

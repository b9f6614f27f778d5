// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { HubForm } from "../../hub/form";

const REQUEST = "hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fa%2Fb&branch=v1";

function lay(): HTMLFormElement {
  document.body.innerHTML = `<form class="guidebook-hub" data-request="${REQUEST.replace("&", "&amp;")}" hidden>
    <label>Address <input type="url"></label><p class="guidebook-hub-problem"></p>
    <p class="guidebook-hub-made" hidden><a>Open</a><button type="button">Copy</button><code></code></p>
  </form>`;
  const form = document.querySelector("form") as HTMLFormElement;
  new HubForm(form).start();
  return form;
}

function type(form: HTMLFormElement, text: string, event: "input" | "change" = "input"): void {
  const input = form.querySelector("input") as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event(event, { bubbles: true }));
}

describe("the field for a hub", () => {
  let form: HTMLFormElement;
  beforeEach(() => {
    form = lay();
  });

  it("is there only with its script, and offers nothing at first", () => {
    expect(form.hidden).toBe(false);
    expect(form.querySelector<HTMLElement>(".guidebook-hub-made")?.hidden).toBe(true);
  });

  it("makes a link of the address and the request", () => {
    type(form, "hub.school.example/hub/home");
    const link = form.querySelector("a") as HTMLAnchorElement;
    expect(link.getAttribute("href")).toBe(`https://hub.school.example/${REQUEST}`);
    expect(form.querySelector("code")?.textContent).toBe(link.getAttribute("href"));
  });

  it("says what is wrong once the reader is done, not while they type", () => {
    type(form, "hub");
    const problem = form.querySelector(".guidebook-hub-problem");
    expect(problem?.textContent).toBe("");
    type(form, "hub", "change");
    expect(problem?.textContent).toContain("https://hub.school.example");
    expect(form.querySelector("input")?.getAttribute("aria-invalid")).toBe("true");
    type(form, "hub.school.example");
    expect(problem?.textContent).toBe("");
    expect(form.querySelector("input")?.hasAttribute("aria-invalid")).toBe(false);
  });

  it("takes the link away with the address", () => {
    type(form, "hub.school.example");
    type(form, "");
    expect(form.querySelector<HTMLElement>(".guidebook-hub-made")?.hidden).toBe(true);
    expect(form.querySelector("a")?.hasAttribute("href")).toBe(false);
  });

  it("sends nothing when Enter is pressed", () => {
    type(form, "hub.school.example");
    const submit = new Event("submit", { cancelable: true });
    form.dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(form.querySelector("a"));
  });

  it("copies the link for a class", async () => {
    const writeText = vi.fn().mockResolvedValue(undefined);
    vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
    type(form, "hub.school.example");
    form.querySelector("button")?.click();
    await vi.waitFor(() => expect(form.querySelector("button")?.textContent).toBe("Copied"));
    expect(writeText).toHaveBeenCalledWith(`https://hub.school.example/${REQUEST}`);
    vi.unstubAllGlobals();
  });
});

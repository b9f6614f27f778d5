// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { leaveQuickly } from "../../chrome/leave";
import { leavesByShift, offerLeaveChoice } from "../../chrome/leave-choice";
import { ShiftTaps } from "../../chrome/shift";

function tap(taps: ShiftTaps, ...times: number[]): boolean[] {
  return times.map((now) => {
    taps.press();
    return taps.release(now);
  });
}

describe("three taps of Shift", () => {
  test("mean to leave", () => {
    expect(tap(new ShiftTaps(), 100, 500, 1600)).toEqual([false, false, true]);
  });

  test("have to follow each other", () => {
    expect(tap(new ShiftTaps(), 100, 500, 1601)).toEqual([false, false, false]);
    expect(tap(new ShiftTaps(), 0, 5000, 5300, 5900)).toEqual([false, false, false, true]);
  });

  test("have nothing between them", () => {
    const taps = new ShiftTaps();
    tap(taps, 100, 300);
    taps.interrupt();
    expect(tap(taps, 500, 700)).toEqual([false, false]);
  });

  test("have no other key while Shift is down", () => {
    const taps = new ShiftTaps();
    for (const now of [100, 300, 500]) {
      taps.press();
      taps.interrupt();
      expect(taps.release(now)).toBe(false);
    }
  });

  test("are let go each: Sticky Keys hold Shift down", () => {
    const taps = new ShiftTaps();
    for (let press = 0; press < 3; press += 1) taps.press();
    expect(taps.release(500)).toBe(false);
  });

  test("do not follow typing at once", () => {
    const taps = new ShiftTaps();
    taps.type(1000);
    expect(tap(taps, 1200, 1400, 1600)).toEqual([false, false, false]);
    expect(tap(taps, 3000, 3200, 3400)).toEqual([false, false, true]);
  });
});

describe("in a page", () => {
  let page: Document;
  let left = 0;

  beforeEach(() => {
    localStorage.clear();
    left = 0;
    vi.spyOn(location, "replace").mockImplementation(() => {
      left += 1;
    });
    // A page of its own: what listens to one must not hear the next.
    page = document.implementation.createHTMLDocument();
    page.body.innerHTML = `
      <button class="book-leave" data-site="https://example.org/" data-local="away.html"></button>
      <input type="search"><input type="radio">
      <div class="book-leave-by-shift"><label><input type="checkbox"> Shift</label>
        <p role="status"></p></div>`;
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  const fire = (kind: string, key: string, target: EventTarget = page.body): void => {
    target.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true }));
  };
  const shift = (times: number, target?: EventTarget): void => {
    for (let each = 0; each < times; each += 1) {
      fire("keydown", "Shift", target);
      fire("keyup", "Shift", target);
    }
  };
  const field = (): HTMLElement => page.querySelector("input") as HTMLElement;

  test("a field that nobody types in does not hold a reader back", () => {
    leaveQuickly(page);
    shift(3, field());
    expect(left).toBe(1);
  });

  test("typing does", () => {
    leaveQuickly(page);
    fire("keydown", "n", field());
    shift(3, field());
    expect(left).toBe(0);
  });

  test("choosing with the space bar is not typing", () => {
    leaveQuickly(page);
    const radio = page.querySelector("[type=radio]") as HTMLElement;
    fire("keydown", " ", radio);
    shift(3, radio);
    expect(left).toBe(1);
  });

  test("a press of the mouse and a move of the focus begin anew", () => {
    leaveQuickly(page);
    for (const kind of ["pointerdown", "focusin"]) {
      shift(2);
      page.body.dispatchEvent(new Event(kind, { bubbles: true }));
      shift(2);
      page.body.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    expect(left).toBe(0);
  });

  test("it can be switched off, and the default leaves nothing behind", () => {
    leaveQuickly(page);
    offerLeaveChoice(page);
    const box = page.querySelector<HTMLInputElement>("[type=checkbox]") as HTMLInputElement;
    expect(box.checked).toBe(true);
    box.click();
    expect(leavesByShift()).toBe(false);
    expect(localStorage.getItem("leave-by-shift")).toBe("off");
    shift(3);
    expect(left).toBe(0);
    box.click();
    expect(localStorage.length).toBe(0);
    shift(3);
    expect(left).toBe(1);
  });

  test("where nothing can be stored the choice holds for the page, and it says so", () => {
    vi.stubGlobal("localStorage", {
      getItem: () => null,
      setItem: () => {
        throw new Error("refused");
      },
    });
    leaveQuickly(page);
    offerLeaveChoice(page);
    (page.querySelector("[type=checkbox]") as HTMLInputElement).click();
    expect(page.querySelector("[role=status]")?.textContent).toContain("stores nothing");
    shift(3);
    expect(left).toBe(0);
  });
});

import { afterEach, expect, test, vi } from "vitest";
import { register } from "../../hosts/register";

const place = globalThis as { guidebookPage?: unknown };
const widget = { render() {} };

afterEach(() => {
  delete place.guidebookPage;
});

test("before the host: the call waits", () => {
  register("explorer", widget);
  register("timeline", widget);
  expect(place.guidebookPage).toEqual({
    waiting: [
      ["register", "explorer", widget],
      ["register", "timeline", widget],
    ],
  });
});

test("after the host: the host is told", () => {
  const page = { register: vi.fn(), provide: vi.fn() };
  place.guidebookPage = page;
  register("explorer", widget);
  expect(page.register).toHaveBeenCalledWith("explorer", widget);
});

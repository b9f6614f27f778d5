import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asItIs } from "../../shared/geo/projection";
import type { TimelineEvent } from "../../timeline/events";
import {
  canPart,
  marksOf,
  momentAt,
  offsetOf,
  type Scale,
  visibleMarks,
} from "../../timeline/marks";
import { frameOf, spotsOf, spotWords } from "../../timeline/spots";
import { markWords, positionWords, precisionWords } from "../../timeline/words";

const event = (id: string, date: string, more: Partial<TimelineEvent> = {}): TimelineEvent =>
  ({
    id,
    date,
    year: Number(date.slice(0, 4)),
    title: `Title of ${id}`,
    place: id,
    latitude: null,
    longitude: null,
    ...more,
  }) as TimelineEvent;

const scale: Scale = { view: { from: 1980, to: 1990 }, pixels: 1032, margin: 16, gap: 28 };
const one = () => 0;

describe("marks along the scale", () => {
  test("stand where their dates begin", () => {
    const [mark] = marksOf([event("a", "1985")], one, scale);
    expect(mark!.offset).toBe(516);
    expect(momentAt(516, scale)).toBe(1985);
    expect(offsetOf(1990, scale)).toBe(1016);
  });

  test("gather what would lie on each other, in one lane only", () => {
    const events = [event("a", "1985"), event("b", "1985-02"), event("c", "1987")];
    const marks = marksOf(events, one, scale);
    expect(marks.map((mark) => mark.events.map(({ id }) => id))).toEqual([["a", "b"], ["c"]]);
    expect(marks[0]!.room).toBe(200);
    const apart = marksOf(events, ({ id }) => (id === "b" ? 1 : 0), scale);
    expect(apart).toHaveLength(3);
  });

  test("one that begins before the view but goes on in it stands at its edge", () => {
    const marks = marksOf([event("a", "1979-12"), event("b", "1980")], one, scale);
    expect(marks).toHaveLength(1);
    const [mark] = visibleMarks(marks, scale);
    expect(mark!.offset).toBe(16);
    expect(visibleMarks(marksOf([event("a", "1979")], one, scale), scale)).toEqual([]);
    expect(visibleMarks(marksOf([event("a", "1990")], one, scale), scale)).toEqual([]);
  });

  test("panning mixes no marks", () => {
    const dates = fc.array(
      fc.record({
        year: fc.integer({ min: 1980, max: 1999 }),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(dates, fc.integer({ min: -10, max: 10 }), (all, by) => {
        const events = all
          .map(({ year, month }) => `${year}-${String(month).padStart(2, "0")}`)
          .sort()
          .map((date, i) => event(`e${i}`, date));
        const names = (from: number) =>
          marksOf(events, one, { ...scale, view: { from, to: from + 10 } }).map((mark) =>
            mark.events.map(({ id }) => id).join(" "),
          );
        expect(names(1980 + by)).toEqual(names(1980));
        const marks = marksOf(events, one, scale);
        for (const [i, mark] of marks.entries()) {
          if (i > 0) expect(mark.offset - marks[i - 1]!.offset).toBeGreaterThanOrEqual(28 - 1e-6);
        }
        expect(marks.flatMap((mark) => mark.events)).toHaveLength(events.length);
      }),
    );
  });

  test("say whether coming closer would part them", () => {
    const of = (...dates: string[]) =>
      marksOf(
        dates.map((date, i) => event(`e${i}`, date)),
        one,
        scale,
      )[0]!;
    expect(canPart(of("1985", "1985"), scale)).toBe(false);
    expect(canPart(of("1985", "1985-03"), scale)).toBe(true);
    expect(canPart(of("1985-03-04", "1985-03-05"), scale)).toBe(false);
  });

  test("have names", () => {
    expect(markWords({ events: [event("a", "1988-08")] })).toBe("August 1988: Title of a");
    const two = [event("a", "1988-08"), event("b", "1990")];
    expect(markWords({ events: two })).toBe("2 events, 1988 to 1990");
    expect(precisionWords(event("a", "1988", { date_precision: "year" }))).toContain(
      "Only the year",
    );
    expect(positionWords(event("a", "1988", { extent: "town" }))).toBe("");
    expect(positionWords(event("a", "1988", { extent: "country" }))).toContain("not on the map");
  });
});

describe("dots on the map", () => {
  const map = { width: 400, height: 200 };
  const at = (id: string, longitude: number, latitude: number) =>
    event(id, "1988", { longitude, latitude });

  test("gather places that are near, and keep where most happened", () => {
    const events = [
      at("a", 100, 100),
      at("b", 110, 100),
      at("c", 110, 100),
      at("d", 300, 100),
      event("e", "1990"),
    ];
    const spots = spotsOf(events, asItIs, 20);
    expect(spots.map((spot) => [spot.x, spot.events.map(({ id }) => id).join("")])).toEqual([
      [110, "bca"],
      [300, "d"],
    ]);
    expect(spotWords(spots[0]!)).toBe("b and 2 places near it: 3 events");
    expect(spotWords(spots[1]!)).toBe("d: Title of d");
  });

  test("the frame holds them all and never leaves the map", () => {
    expect(frameOf([], asItIs, map)).toEqual({ x: 0, y: 0, ...map });
    const single = frameOf([at("a", 0, 0)], asItIs, map);
    expect(single).toEqual({ x: 0, y: 0, width: 100, height: 50 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 })), {
          minLength: 1,
        }),
        (points) => {
          const events = points.map(([x, y], i) => at(`e${i}`, x, y));
          const { x, y, width, height } = frameOf(events, asItIs, map);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(400 + 1e-9);
          expect(y + height).toBeLessThanOrEqual(200 + 1e-9);
          for (const [px, py] of points) {
            expect(px).toBeGreaterThanOrEqual(x - 1e-9);
            expect(px).toBeLessThanOrEqual(x + width + 1e-9);
            expect(py).toBeGreaterThanOrEqual(y - 1e-9);
            expect(py).toBeLessThanOrEqual(y + height + 1e-9);
          }
        },
      ),
    );
  });
});

import { useEffect, useState } from "preact/hooks";
import { areasOf } from "../shared/geo/areas";
import { largestOf, pathOf } from "../shared/geo/path";
import { resource } from "../shared/resource";
import type { PolicyModel } from "./state";

/** The outline of a state, where a word can stand in it, and how large it is. */
export interface Outline {
  path: string;
  x: number;
  y: number;
  size: number;
}

/** Outlines by the states' names; null until they are there, "failed" where they never come. */
export function useOutlines(model: PolicyModel): Map<string, Outline> | null | "failed" {
  const [outlines, setOutlines] = useState<Map<string, Outline> | null | "failed">(null);
  useEffect(() => {
    let gone = false;
    resource(model, "basemap/us-map").then(
      (data) => gone || setOutlines(outlinesOf(data)),
      () => gone || setOutlines("failed"),
    );
    return () => {
      gone = true;
    };
  }, [model]);
  return outlines;
}

function outlinesOf(data: unknown): Map<string, Outline> {
  return new Map(
    areasOf(data, "states").map((area) => [area.name, { path: pathOf(area), ...largestOf(area) }]),
  );
}

import { describe, expect, it } from "vitest";
import { readHub } from "../../hub/address";

describe("a hub's address", () => {
  it.each([
    ["https://hub.school.example", "https://hub.school.example/"],
    ["  hub.school.example ", "https://hub.school.example/"],
    ["https://hub.school.example/", "https://hub.school.example/"],
    ["HTTPS://Hub.School.Example:8443", "https://hub.school.example:8443/"],
    ["https://hub.school.example/hub/home", "https://hub.school.example/"],
    ["https://hub.school.example/hub", "https://hub.school.example/"],
    ["https://school.example/jupyter/hub/spawn?next=%2Fx#top", "https://school.example/jupyter/"],
    ["https://school.example/jupyter/user/ann/lab/tree/a.ipynb", "https://school.example/jupyter/"],
    ["https://school.example/jupyter", "https://school.example/jupyter/"],
    ["http://localhost:8000/hub/login", "http://localhost:8000/"],
  ])("reads %s", (typed, address) => {
    expect(readHub(typed)).toEqual({ address });
  });

  it.each([
    ["http://hub.school.example", /https:\/\//],
    ["javascript://hub.school.example/%0aalert(1)", /https:\/\//],
    ["ftp://hub.school.example", /https:\/\//],
    ["https://ann:secret@hub.school.example", /password/],
    ["https://", /not the address/],
    ["hub", /not the address/],
    ["my hub", /not the address/],
    ["javascript:alert(1)", /not the address/],
  ])("refuses %s and says why", (typed, why) => {
    const hub = readHub(typed);
    expect("problem" in hub && hub.problem).toMatch(why);
  });
});

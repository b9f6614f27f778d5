import { describe, expect, test } from "vitest";
import { pathOn, readServer } from "../../live/address";
import type { LiveError } from "../../live/model";

function fault(address: string): string {
  try {
    readServer(address, "");
    return "none";
  } catch (error) {
    return (error as LiveError).fault;
  }
}

describe("the address of a server", () => {
  test.each([
    ["http://localhost:8888", "http://localhost:8888/", ""],
    ["localhost:8888", "http://localhost:8888/", ""],
    ["http://127.0.0.1:8888/lab?token=abc", "http://127.0.0.1:8888/", "abc"],
    ["http://localhost:8888/lab/tree/book/a.ipynb?token=abc", "http://localhost:8888/", "abc"],
    ["http://localhost:8888/tree", "http://localhost:8888/", ""],
    ["https://hub.example.edu/user/ida/lab", "https://hub.example.edu/user/ida/", ""],
    ["https://hub.example.edu/user/tree/", "https://hub.example.edu/user/", ""],
    ["hub.example.edu/user/ida", "https://hub.example.edu/user/ida/", ""],
    ["  https://hub.example.edu/user/ida//  ", "https://hub.example.edu/user/ida/", ""],
  ])("%s", (address, url, token) => {
    expect(readServer(address, "")).toEqual({ url, token });
  });

  test("a token that is given counts before the one in the address", () => {
    expect(readServer("http://localhost:1/?token=old", " new ").token).toBe("new");
  });

  test.each([
    ["", "address"],
    ["   ", "address"],
    ["http://", "address"],
    ["ftp://a.example", "address"],
    ["javascript:alert(1)", "address"],
    ["http://a.example", "insecure"],
    ["http://localhost.a.example", "insecure"],
    ["http://user:secret@localhost:8888", "none"],
  ])("%j is refused as %s", (address, words) => {
    expect(fault(address)).toBe(words);
  });

  test("a name and password in an address are not passed on", () => {
    expect(readServer("http://user:secret@localhost:8888", "").url).toBe("http://localhost:8888/");
  });
});

test.each([
  ["", "book/a/b.ipynb"],
  ["work/guidebook", "work/guidebook/book/a/b.ipynb"],
  ["/work//guidebook/", "work/guidebook/book/a/b.ipynb"],
  ["./work", "work/book/a/b.ipynb"],
  ["../..", "book/a/b.ipynb"],
  ["work\\guidebook", "work/guidebook/book/a/b.ipynb"],
])("in the folder %j the notebook is %s", (folder, path) => {
  expect(pathOn(folder, "book/a/b.ipynb")).toBe(path);
});

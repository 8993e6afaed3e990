import {describe, expect, test} from "vitest";
import {findChromium, type Machine} from "./findChromium.ts";

const machine = (change: Partial<Machine>): Machine => ({
  env: {},
  exists: () => false,
  install: () => "/installed",
  ...change
});

describe("the browser of the checks", () => {
  test("is the one that PERENNIAL_CHROMIUM names, before CHROME_PATH and the usual places", () => {
    const env = {PERENNIAL_CHROMIUM: "/mine", CHROME_PATH: "/other"};
    expect(findChromium(machine({env, exists: () => true}))).toBe("/mine");
    expect(findChromium(machine({env: {CHROME_PATH: "/other"}, exists: () => true}))).toBe("/other");
  });

  test("is never another than the one that was named", () => {
    const env = {PERENNIAL_CHROMIUM: "/gone"};
    const find = () => findChromium(machine({env, exists: (path) => path !== "/gone"}));
    expect(find).toThrow("PERENNIAL_CHROMIUM names /gone, which does not exist");
  });

  test("is found in a usual place, and installed only where there is none", () => {
    expect(findChromium(machine({exists: (path) => path === "/usr/bin/chromium-browser"}))).toBe(
      "/usr/bin/chromium-browser"
    );
    expect(findChromium(machine({}))).toBe("/installed");
  });
});

import {describe, expect, it} from "vitest";
import {mask} from "../../../models/text/masking/mask.ts";
import {knownNames} from "../../../models/text/masking/names.ts";
import {masked, unchanged, withNames} from "./maskingExamples.ts";

describe("personal data", () => {
  it.each(masked)("in %j is masked", (text, left) => {
    expect(mask(text, [], "en").text).toBe(left);
  });

  it.each(withNames)("of %j in %j is masked", (names, text, left) => {
    expect(mask(text, [knownNames(names)], "en").text).toBe(left);
  });
});

describe("ordinary text", () => {
  it.each(unchanged)("%j stays", (text) => {
    expect(mask(text, [], "en").text).toBe(text);
  });
});

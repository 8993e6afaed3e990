import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalEmail} from "../../../../models/identity/normal/normalEmail.ts";
import {anyText, fullWidth, maskedText} from "./arbitraries.ts";

const asWritten = {dots: false, tags: false};
const loose = {dots: true, tags: true};

it.each([
  [" Ann.Lee@Example.COM ", "ann.lee@example.com"],
  ["Ann <Ann@Example.com>", "ann@example.com"],
  ["mailto:ann@example.com", "ann@example.com"],
  ["ann@example.com.", "ann@example.com"],
  ["ann@example.com; bob@example.com", "ann@example.com"],
  ["ＡＮＮ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ann@example.com"],
  ["ann@qq。com", "ann@qq.com"],
  ["ann\u200b@qq.com", "ann@qq.com"],
  ["ann@example.c", "ann@example.c"],
  ["ann@.example.com", "ann@.example.com"],
  ["张三@例子.中国", "张三@例子.中国"],
  ["o'neil@example.ie", "o'neil@example.ie"]
])("%s is %s", (raw, email) => expect(normalEmail(raw, asWritten)).toBe(email));

it("dots do not count at Gmail, tags nowhere, if the rules say so", () => {
  expect(normalEmail("An.N+shop@gmail.com", asWritten)).toBe("an.n+shop@gmail.com");
  expect(normalEmail("An.N+shop@gmail.com", {dots: true, tags: false})).toBe("ann+shop@gmail.com");
  expect(normalEmail("An.N+shop@googlemail.com", loose)).toBe("ann@gmail.com");
  expect(normalEmail("An.N+shop@example.com", loose)).toBe("an.n@example.com");
  expect(normalEmail("+shop@example.com", loose)).toBe("+shop@example.com");
  expect(normalEmail("...@gmail.com", loose)).toBeNull();
});

describe("what is no address is null", () => {
  it.each([null, "", "ann", "ann@example", "@example.com", "a***@example.com", "xxxx@gmail.com", "a…@x.com", "##密文"])(
    "%s",
    (raw) => expect(normalEmail(raw, asWritten)).toBeNull()
  );

  it("a masked address", () => {
    fc.assert(
      fc.property(maskedText, (raw) => normalEmail(raw, asWritten) === null),
      {seed: 9}
    );
  });

  it("an endless one, at once", () => {
    const start = process.cpuUsage();
    expect(normalEmail("a".repeat(200_000), asWritten)).toBeNull();
    expect(normalEmail(`${"a".repeat(200_000)}@`, asWritten)).toBeNull();
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
  });
});

it("an address in its normal form stays as it is", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(asWritten, loose), (raw, rules) => {
      const email = normalEmail(`${raw}@Gmail.com`, rules);
      expect(email === null || normalEmail(email, rules) === email).toBe(true);
    }),
    {seed: 1}
  );
});

it("case and width of an address do not count", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-wyz][a-wyz0-9._+-]{0,10}@[a-wyz]{2,6}\.[a-z]{2,3}$/), (email) => {
      const normal = normalEmail(email, loose);
      expect(normal).not.toBeNull();
      expect(normalEmail(` ${email.toUpperCase()}\t`, loose)).toBe(normal);
      expect(normalEmail(fullWidth(email), loose)).toBe(normal);
    }),
    {seed: 2}
  );
});

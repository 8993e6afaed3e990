import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Codec, type Format, isoFormat, quote} from "../../ingest/codecs/codec.ts";
import {flagCodec} from "../../ingest/codecs/flag.ts";
import {kanoCodec} from "../../ingest/codecs/kano.ts";
import {decimalCodec, wholeCodec} from "../../ingest/codecs/number.ts";
import {
  emailCodec,
  keyCodec,
  personalCodec,
  personKeyCodec,
  textCodec,
  writtenEmailCodec
} from "../../ingest/codecs/text.ts";
import {dayCodec, instantCodec} from "../../ingest/codecs/time.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
});
afterAll(() => warehouse.close());

/** The engine's answers for many texts, in one query. */
async function engine(codec: Codec, format: Format, texts: string[]): Promise<unknown[]> {
  const values = texts.map((text, i) => `(${i}, ${quote(text)})`).join(", ");
  const value = codec.sql("x", format);
  const shown =
    codec.type === "timestamp"
      ? `strftime(${value}, '%Y-%m-%dT%H:%M:%S.%gZ')`
      : codec.type === "date"
        ? `(${value})::varchar`
        : value;
  const rows = await warehouse.rows<{v: unknown}>(`select ${shown} as v from (values ${values}) as t(i, x) order by i`);
  return rows.map(({v}) => v ?? undefined);
}

const european: Format = {...isoFormat, decimal: ","};
const british: Format = {...isoFormat, dates: ["%d/%m/%Y %H:%M", "%d/%m/%Y"]};

const noise = (alphabet: string) => fc.string({unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 12});
const digits = (n: number) => fc.string({unit: fc.constantFrom(..."0123456789"), minLength: n, maxLength: n});
const isoLike = fc
  .tuple(
    fc.integer({min: 1969, max: 2040}),
    fc.integer({min: 0, max: 14}),
    fc.integer({min: 0, max: 33}),
    fc.integer({min: 0, max: 26}),
    fc.integer({min: 0, max: 62}),
    fc.constantFrom("", " 12:30", "T"),
    fc.constantFrom("", "Z", "+02:00", " -0530", "+9")
  )
  .map(([y, m, d, h, i, middle, zone]) => {
    const two = (n: number) => String(n).padStart(2, "0");
    const clock = middle === "T" ? `T${two(h)}:${two(i)}:00` : middle && ` ${two(h)}:${two(i)}`;
    return `${y}-${two(m)}-${two(d)}${clock}${zone}`;
  });
const money = fc
  .tuple(
    fc.constantFrom("", "-", "+", "£", "-£", "€ ", "GBP ", "$-"),
    fc.constantFrom("1", "12", "1,234", "12 345", "1.234", "1234567", "1,23,4"),
    fc.constantFrom("", ".5", ",50", ".", ".12345"),
    fc.constantFrom("", "元", " EUR", "€", "kg")
  )
  .map((parts) => parts.join(""));
const british_dates = fc
  .tuple(
    fc.integer({min: 0, max: 40}),
    fc.integer({min: 0, max: 14}),
    fc.integer({min: 1990, max: 2035}),
    fc.constantFrom("", " 09:30", " 25:00", "x")
  )
  .map(([d, m, y, rest]) => `${String(d).padStart(2, "0")}/${String(m).padStart(2, "0")}/${y}${rest}`);

const cases: [string, Codec, Format, fc.Arbitrary<string>][] = [
  ["text", textCodec, isoFormat, noise(" \tab'\"é漢")],
  ["key", keyCodec, isoFormat, noise(" \t'=\"0a1#")],
  ["person key", personKeyCodec, isoFormat, noise(" \t'=\"0a*#$E+")],
  ["personal", personalCodec, isoFormat, noise(" \t'=\"0a*#$")],
  ["email", emailCodec, isoFormat, fc.oneof(fc.emailAddress(), noise("a@.b ,;"))],
  ["e-mail as written", writtenEmailCodec, isoFormat, fc.oneof(fc.emailAddress(), noise("aB@. \t,;'\"É邮*#$"))],
  ["decimal", decimalCodec, isoFormat, fc.oneof(money, noise("0123456789.,+- £eE_x\t\n"))],
  ["decimal with comma", decimalCodec, european, fc.oneof(money, noise("0123456789.,+- €"))],
  ["whole", wholeCodec, isoFormat, fc.oneof(digits(3), noise("0123456789.+- e_"))],
  [
    "flag",
    flagCodec,
    isoFormat,
    fc.oneof(fc.constantFrom("yes", "No", " TRUE", "是", "1", "2", "否"), noise("yesnotru10 "))
  ],
  [
    "answer of a Kano question",
    kanoCodec,
    isoFormat,
    fc.oneof(fc.constantFrom("1", "5", "6", " I LIKE IT", "无所谓", "i don't care", "dislike"), noise("12345ike "))
  ],
  [
    "instant",
    instantCodec,
    isoFormat,
    fc.oneof(
      isoLike,
      noise("0123456789-: TZ+infty"),
      fc.constantFrom("infinity", "epoch", "now", "2024-02-30", "2023-02-29 10:00:00")
    )
  ],
  ["day", dayCodec, isoFormat, fc.oneof(isoLike, fc.constantFrom("today", "1999-12-31", "99999-01-01"))],
  ["day as written in Britain", dayCodec, british, british_dates]
];

describe.each(cases)("%s", (_, codec, format, texts) => {
  it("is judged by the engine as by zod, on any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, {minLength: 40, maxLength: 80}), async (list) => {
        const answers = await engine(codec, format, list);
        for (const [i, text] of list.entries()) {
          const parsed = codec.parse(text, format);
          const wanted = typeof parsed === "number" ? expect.closeTo(parsed, 3) : parsed;
          expect([text, answers[i]]).toEqual([text, wanted]);
        }
      }),
      {numRuns: 40, seed: 11}
    );
  });
});

it("reads a wall clock in its source's zone, summer and winter, and an offset as it stands", async () => {
  const london: Format = {...isoFormat, zone: "Europe/London"};
  const texts = ["2026-01-10 12:00:00", "2026-07-10 12:00:00", "2026-07-10 12:00:00 +0200", "2026-07-10T12:00:00Z"];
  expect(await engine(instantCodec, london, texts)).toEqual([
    "2026-01-10T12:00:00.000Z",
    "2026-07-10T11:00:00.000Z",
    "2026-07-10T10:00:00.000Z",
    "2026-07-10T12:00:00.000Z"
  ]);
});

it("reads amounts as exports dress them", async () => {
  const texts = ["£1,234.50", "-$5", "10.00元", "1 234.5 EUR", "12,5o", "1.2.3"];
  expect(await engine(decimalCodec, isoFormat, texts)).toEqual([1234.5, -5, 10, 1234.5, undefined, undefined]);
});

it("an e-mail on a record is what is written, and one that an event may name is the same in both", async () => {
  const texts = [" Ann@Example.org ", "ann@@example", "n/a", "a***@example.org", "##密文", "\t"];
  expect(await engine(writtenEmailCodec, isoFormat, texts)).toEqual([
    "ann@example.org",
    "ann@@example",
    "n/a",
    undefined,
    undefined,
    undefined
  ]);
  const addresses = fc.sample(fc.emailAddress(), {numRuns: 200, seed: 4}).filter((text) => !/^(##|\$\$)/.test(text));
  const strict = await engine(emailCodec, isoFormat, addresses);
  const known = addresses.filter((_, i) => strict[i] !== undefined);
  expect(known.length).toBeGreaterThan(100);
  expect(await engine(writtenEmailCodec, isoFormat, known)).toEqual(strict.filter((email) => email !== undefined));
});

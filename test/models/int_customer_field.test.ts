import {describe, expect, it} from "vitest";
import {goldenFields, survivorshipRules, type GoldenField, type Survivorship} from "../../ingest/identityConfig.ts";
import {intCustomerField} from "../../models/intermediate/int_customer_field.ts";
import {intCustomerKeys} from "../../models/intermediate/int_customer_keys.ts";
import {intCustomerRecord} from "../../models/intermediate/int_customer_record.ts";
import {askModel} from "./askModel.ts";
import {dice} from "./randomCompany.ts";
import {settings} from "./warehouseOf.ts";

type Said = Partial<Record<GoldenField, string | boolean | null>> & {
  record_key: string;
  customer_id: string;
  source?: string | null;
  load_id?: string | null;
  seen_at?: string | null;
};
type Contact = {
  key_kind: "email" | "phone" | "customer_key";
  source_key: string;
  customer_id: string;
};

const usual = settings.identity;
const ask = (records: Said[], keys: Contact[], rules: Partial<Survivorship> = {}, trusted: string[] = []) =>
  askModel(
    intCustomerField,
    [
      [intCustomerRecord, records],
      [intCustomerKeys, keys]
    ],
    {identity: {...usual, survivorship: {...usual.survivorship, ...rules}, trusted}}
  );

/** The golden value of one field by comparing every pair of what was said. */
function chosen(records: Said[], keys: Contact[], field: GoldenField, rule: string, trusted: string[]) {
  const said = records
    .filter((record) => record[field] != null)
    .map((record) => ({...record, value: String(record[field])}));
  const seen = keys
    .filter(({key_kind}) => key_kind === field)
    .map(({source_key}) => ({record_key: null, source: null, load_id: null, seen_at: null, value: source_key}));
  const all = [...said, ...seen];
  const times = (value: string) => all.filter((other) => other.value === value).length;
  const trust = (source: string | null | undefined) =>
    source != null && trusted.includes(source) ? trusted.length - trusted.indexOf(source) : 0;
  const rank = (one: (typeof all)[number]): (string | number)[] => [
    rule === "frequent" ? times(one.value) : 0,
    one.record_key === null ? 0 : 1,
    rule === "trusted" ? trust(one.source) : 0,
    one.seen_at ?? "",
    one.load_id ?? ""
  ];
  const isBefore = (a: (typeof all)[number], b: (typeof all)[number]) => {
    const [x, y] = [rank(a), rank(b)];
    const i = x.findIndex((part, place) => part !== y[place]);
    return i < 0 ? (a.record_key ?? a.value) < (b.record_key ?? b.value) : x[i]! > y[i]!;
  };
  const best = all.find((one) => all.every((other) => other === one || isBefore(one, other)));
  const values = new Set(all.map(({value}) => value)).size;
  return best && {...best, rule: values > 1 ? rule : "only", alternatives: values - 1};
}

describe.each([1, 2, 3, 4])("random records %i against brute force", (seed) => {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const oneOf = <T>(values: readonly T[]) => values[upTo(values.length)]!;
  const sources = ["shop", "crm", "desk", null];
  const customers = Array.from({length: 25}, (_, i) => `C-${i}`);
  const records = customers.flatMap((customer_id, c) =>
    Array.from({length: upTo(6)}, (_, i): Said => ({
      record_key: `customer:${upTo(100)}-${c}-${i}`,
      customer_id,
      source: oneOf(sources),
      load_id: oneOf(["000001", "000002"]),
      seen_at: oneOf([null, "2026-01-01 00:00:00", "2026-02-01 12:00:00"]),
      ...Object.fromEntries(
        goldenFields.map((field) => [
          field,
          upTo(3) === 0 ? null : field === "accepts_marketing" ? upTo(2) === 0 : `${field} ${upTo(3)}`
        ])
      )
    }))
  );
  const keys = customers.flatMap((customer_id, c) =>
    Array.from({length: upTo(4)}, (_, i): Contact => ({
      key_kind: oneOf(["email", "phone", "customer_key"] as const),
      source_key: upTo(2) ? `email ${upTo(3)}` : `key ${c}-${i}`,
      customer_id
    }))
  );
  const rules = Object.fromEntries(goldenFields.map((field) => [field, oneOf(survivorshipRules)])) as Survivorship;
  const trusted = seed % 2 ? ["crm", "shop"] : ["desk"];

  it("every field of every customer has the value, the rule, the record and the number of others that brute force finds", async () => {
    const expected = customers.flatMap((customer_id) =>
      goldenFields.flatMap((field) => {
        const mine = <T extends {customer_id: string}>(rows: T[]) =>
          rows.filter((row) => row.customer_id === customer_id);
        const best = chosen(mine(records), mine(keys), field, rules[field], trusted);
        if (!best) return [];
        const {value, rule, record_key, alternatives} = best;
        return [{customer_id, field, value, rule, record_key, alternatives}];
      })
    );
    const rows = await ask(records, keys, rules, trusted);
    const byKey = (a: {customer_id: string; field: string}, b: {customer_id: string; field: string}) =>
      `${a.customer_id} ${a.field}` < `${b.customer_id} ${b.field}` ? -1 : 1;
    expect(
      rows
        .map(({customer_id, field, value, rule, record_key, alternatives}) => ({
          customer_id,
          field,
          value,
          rule,
          record_key,
          alternatives
        }))
        .sort(byKey)
    ).toEqual(expected.sort(byKey));
    expect(rows.length).toBeGreaterThan(200);
  });

  it("the order of the rows changes nothing", async () => {
    expect(await ask([...records].reverse(), [...keys].reverse(), rules, trusted)).toEqual(
      await ask(records, keys, rules, trusted)
    );
  });
});

const at = (day: string) => `${day} 00:00:00`;
const of = (record_key: string, rest: Partial<Said>): Said => ({record_key, customer_id: "C-1", ...rest});
const only = async (field: GoldenField, ...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).find((row) => row.field === field);

it("a value carries its source, its load and the time of its record", async () => {
  const record = of("customer:1", {city: "Leeds", source: "shop", load_id: "000007", seen_at: at("2026-03-01")});
  expect(await only("city", [record], [])).toMatchObject({
    value: "Leeds",
    source: "shop",
    load_id: "000007",
    record_key: "customer:1",
    seen_at: new Date("2026-03-01T00:00:00Z"),
    rule: "only",
    alternatives: 0
  });
});

it("a younger record that says nothing of a field does not empty it", async () => {
  const old = of("customer:1", {phone: "0113 496 0000", seen_at: at("2020-01-01")});
  const young = of("customer:2", {phone: null, seen_at: at("2026-01-01")});
  expect(await only("phone", [old, young], [])).toMatchObject({value: "0113 496 0000", rule: "only"});
});

it("frequent outvotes the latest, and of equally frequent values the latest counts", async () => {
  const records = [
    of("customer:1", {country: "GB", seen_at: at("2020-01-01")}),
    of("customer:2", {country: "GB", seen_at: at("2021-01-01")}),
    of("customer:3", {country: "FR", seen_at: at("2026-01-01")})
  ];
  expect(await only("country", records, [])).toMatchObject({value: "GB", record_key: "customer:2", alternatives: 1});
  expect(await only("country", records.slice(1), [])).toMatchObject({value: "FR", rule: "frequent"});
});

it("a source that is trusted more overrules a younger one, and one that is not named comes last", async () => {
  const records = [
    of("customer:1", {owner: "Ann", source: "crm", seen_at: at("2020-01-01")}),
    of("customer:2", {owner: "Ben", source: "shop", seen_at: at("2026-01-01")}),
    of("customer:3", {owner: "Cy", source: "desk", seen_at: at("2026-06-01")})
  ];
  const trusted = {owner: "trusted"} as const;
  expect(await only("owner", records, [], trusted, ["crm", "shop"])).toMatchObject({value: "Ann", rule: "trusted"});
  expect(await only("owner", records.slice(1), [], trusted, ["crm", "shop"])).toMatchObject({value: "Ben"});
  expect(await only("owner", records, [], trusted, [])).toMatchObject({value: "Cy"});
});

it("an e-mail that only events name stands where no record has one, without a source", async () => {
  const keys: Contact[] = ["b@example.com", "a@example.com"].map((source_key) => ({
    key_kind: "email",
    source_key,
    customer_id: "C-1"
  }));
  expect(await only("email", [], keys)).toMatchObject({
    value: "a@example.com",
    source: null,
    load_id: null,
    record_key: null,
    alternatives: 1
  });
  expect(await only("email", [of("customer:1", {email: "z@example.com"})], keys)).toMatchObject({
    value: "z@example.com",
    record_key: "customer:1",
    alternatives: 2
  });
});

it("a refusal is a value too", async () => {
  const records = [
    of("customer:1", {accepts_marketing: true, seen_at: at("2025-01-01")}),
    of("customer:2", {accepts_marketing: false, seen_at: at("2026-01-01")})
  ];
  expect(await only("accepts_marketing", records, [])).toMatchObject({value: "false", alternatives: 1});
});

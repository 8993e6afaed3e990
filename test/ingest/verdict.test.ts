import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isoFormat} from "../../ingest/codecs/codec.ts";
import {fieldsOf} from "../../ingest/contracts/contract.ts";
import {contractOf, kindNames} from "../../ingest/contracts/kinds.ts";
import {recordSchema} from "../../ingest/contracts/recordSchema.ts";
import {loaded} from "./project.ts";

const words = [
  "",
  "-",
  " ",
  "\t",
  "x",
  "7",
  "-3",
  "12.50",
  "£1,000",
  "true",
  "nps",
  "csat",
  "GBP",
  "USD",
  "a@b.co",
  "2026-02-28",
  "2026-02-30",
  "2026-03-01 10:00",
  'say "hi"\nagain'
];

describe.each(kindNames)("%s", (kind) => {
  const declared = contractOf(kind);
  const names = fieldsOf(declared).map(({name}) => name);
  const isNullable = (name: string) => fieldsOf(declared).find((field) => field.name === name)!.nullable;
  // Repeated keys are a matter of the file, not of the row.
  const cell = (name: string, odd: fc.Arbitrary<string>) =>
    name === declared.key[0]
      ? fc.nat({max: 1e9}).map(String)
      : fc.oneof({arbitrary: odd, weight: 3}, {arbitrary: usual(name), weight: 7});
  // A row with many odd cells is refused whatever its rules say; rules are tried by rows without.
  const odd = names.map((name) => cell(name, fc.constantFrom(...words)));
  const decent = names.map((name) => cell(name, isNullable(name) ? fc.constant("") : usual(name)));
  const table = fc.uniqueArray(fc.oneof(fc.tuple(...odd), fc.tuple(...decent)), {
    minLength: 40,
    maxLength: 120,
    selector: (row) => (declared.key.length ? row[0] : Math.random())
  });

  it("loads exactly the rows that zod accepts, and says why for each of the others", async () => {
    const ends = {good: 0, bad: 0, broken: new Set<string>()};
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const text =
          [names, ...rows].map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\n") +
          "\n";
        const {warehouse, report} = await loaded(
          {exports: {kind, files: "in.csv", max_rejected_share: 1}},
          {"in.csv": text}
        );
        expect(report.failed).toEqual([]);
        const taken = await warehouse.rows<{load_row: number}>(`select load_row from raw_${kind} order by load_row`);
        const refused = await warehouse.rows<{record: string}>("select distinct record from ledger.rejects");
        const schema = recordSchema(declared, isoFormat, "GBP");
        const results = rows.map((row) =>
          schema.safeParse(
            Object.fromEntries(row.map((value, i) => [names[i], value === "" || value === "-" ? null : value]))
          )
        );
        const verdicts = results.map(({success}) => success);
        for (const {error} of results) {
          if (error?.issues.length === 1) ends.broken.add(error.issues[0]!.message);
          ends[error ? "bad" : "good"]++;
        }
        expect(taken.map(({load_row}) => load_row)).toEqual(verdicts.flatMap((good, i) => (good ? [i + 1] : [])));
        expect(report.loaded[0]!.rows_rejected).toBe(verdicts.filter((good) => !good).length);
        if (declared.key.length) expect(refused.length).toBe(report.loaded[0]!.rows_rejected);
        warehouse.close();
      }),
      {numRuns: 6, seed: 5}
    );
    expect(ends.good).toBeGreaterThan(20);
    expect(ends.bad).toBeGreaterThan(20);
    // Each rule is the only thing wrong with some row, so that the engine's verdict on it is seen.
    expect((declared.rules ?? []).map(({reason}) => reason).filter((reason) => !ends.broken.has(reason))).toEqual([]);
  });
});

function usual(name: string): fc.Arbitrary<string> {
  if (name.endsWith("_at")) return fc.constantFrom("2026-01-05 09:00:00", "2026-01-06 10:00:00", "2026-01-06 10:00:01");
  if (name === "email") return fc.constant("someone@example.org");
  if (name === "instrument") return fc.constantFrom("nps", "csat");
  if (name === "currency") return fc.constant("GBP");
  if (name === "billing_interval") return fc.constantFrom("month", "year");
  if (name === "arm") return fc.constantFrom("treated", "control");
  if (name === "actor_role") return fc.constantFrom("agent", "system");
  if (name === "entry_type") return fc.constantFrom("earn", "redeem", "adjust");
  if (name.endsWith("_on")) return fc.constantFrom("2026-01-05", "2026-01-06");
  if (name.startsWith("is_")) return fc.constantFrom("yes", "no");
  return fc.constantFrom("1", "4", "4", "10", "10", "-3", "40000000");
}

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isoFormat} from "../../ingest/codecs/codec.ts";
import {fieldsOf} from "../../ingest/contracts/contract.ts";
import {contractOf, type Kind} from "../../ingest/contracts/kinds.ts";
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

/** Kinds without a key that a random table would repeat: repeated keys are a matter of the file, not of the row. */
const kinds: Kind[] = ["order_lines", "feedback", "tickets", "orders", "customers", "products"];

describe.each(kinds)("%s", (kind) => {
  const declared = contractOf(kind);
  const names = fieldsOf(declared).map(({name}) => name);
  const cell = (name: string) =>
    name === declared.key[0]
      ? fc.nat({max: 1e9}).map(String)
      : fc.oneof({arbitrary: fc.constantFrom(...words), weight: 3}, {arbitrary: usual(name), weight: 7});
  const table = fc.uniqueArray(fc.tuple(...names.map(cell)), {
    minLength: 20,
    maxLength: 60,
    selector: (row) => (declared.key.length ? row[0] : Math.random())
  });

  it("loads exactly the rows that zod accepts, and says why for each of the others", async () => {
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
        const verdicts = rows.map(
          (row) =>
            schema.safeParse(
              Object.fromEntries(row.map((value, i) => [names[i], value === "" || value === "-" ? null : value]))
            ).success
        );
        expect(taken.map(({load_row}) => load_row)).toEqual(verdicts.flatMap((good, i) => (good ? [i + 1] : [])));
        expect(report.loaded[0]!.rows_rejected).toBe(verdicts.filter((good) => !good).length);
        if (declared.key.length) expect(refused.length).toBe(report.loaded[0]!.rows_rejected);
        warehouse.close();
      }),
      {numRuns: 12, seed: 5}
    );
  });
});

function usual(name: string): fc.Arbitrary<string> {
  if (name.endsWith("_at")) return fc.constantFrom("2026-01-05 09:00:00", "2026-01-06 09:00:00");
  if (name === "email") return fc.constant("someone@example.org");
  if (name === "instrument") return fc.constantFrom("nps", "csat");
  if (name === "currency") return fc.constant("GBP");
  if (name.startsWith("is_")) return fc.constantFrom("yes", "no");
  return fc.constantFrom("1", "4", "10");
}

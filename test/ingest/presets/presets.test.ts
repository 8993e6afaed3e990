import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {describe, expect, it} from "vitest";
import {fieldsOf} from "../../../ingest/contracts/contract.ts";
import {contractOf} from "../../../ingest/contracts/kinds.ts";
import {presets} from "../../../ingest/presets/index.ts";
import {loaded} from "../project.ts";
import type {SourceInput} from "../../../ingest/config.ts";

const home = new URL("fixtures/", import.meta.url).pathname;

/** What a fixture's file must become; beside the file itself, in a folder named after the preset. */
interface Expected {
  /** Keys that the source adds to the preset, such as which question is the score. */
  source?: Partial<SourceInput>;
  /** Currency of the company; GBP when absent. */
  currency?: string;
  /** Part of the preset (`""` where it has one) → counts of rows, and the rows in the order of the file, empty fields left out. */
  parts: Record<string, {read: number; rejected?: number; set_aside?: number; rows: Record<string, unknown>[]}>;
  /** Reasons of rejected rows, with their lines. */
  rejects?: {line: number; header: string | null; value: string | null; reason: string}[];
}

describe.each(presets)("the export $name", (preset) => {
  const folder = join(home, preset.name);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => !file.endsWith("expected.json")) : [];

  it("has a fixture in its real shape", () => expect(files.length).toBeGreaterThan(0));

  it.each(files)("%s becomes the rows that it says, and no other preset claims it", async (file) => {
    const expected = JSON.parse(
      readFileSync(join(folder, `${basename(file).replace(/\..*$/, "")}.expected.json`), "utf8")
    ) as Expected;
    // Every preset is offered the file; only its own may take it.
    const {warehouse, report} = await loaded(
      {
        export: {
          preset: presets.map(({name}) => name),
          files: `in/${file}`,
          max_rejected_share: 0.9,
          ...expected.source
        }
      },
      {[`in/${file}`]: readFileSync(join(folder, file))},
      expected.currency
    );
    expect(report.failed).toEqual([]);
    expect([...new Set(report.loaded.map((load) => load.preset))]).toEqual([preset.name]);
    for (const [part, {kind}] of Object.entries(preset.parts)) {
      const several = Object.keys(preset.parts).length > 1;
      const source = `export_${preset.name.replaceAll("-", "_")}${several ? `_${part}` : ""}`;
      const load = report.loaded.find((load) => load.source === source)!;
      const wanted = expected.parts[several ? part : ""]!;
      expect(
        {part, read: load.rows_read, rejected: load.rows_rejected, set_aside: load.rows_set_aside},
        JSON.stringify(await warehouse.rows("from ledger.rejects"))
      ).toEqual({part, read: wanted.read, rejected: wanted.rejected ?? 0, set_aside: wanted.set_aside ?? 0});
      const names = fieldsOf(contractOf(kind)).map(({name}) => `"${name}"`);
      const rows = await warehouse.rows(
        `select ${names.join(", ")} from "raw_${kind}" where load_id = $1 order by load_row`,
        [load.load_id]
      );
      expect(rows.map(present)).toEqual(wanted.rows);
    }
    const rejects = await warehouse.rows(
      "select line, header, value, reason from ledger.rejects order by line, header"
    );
    expect(rejects).toEqual(
      (expected.rejects ?? []).map((reject) => ({...reject, reason: expect.stringContaining(reject.reason) as string}))
    );
    warehouse.close();
  });
});

/** A row without its empty fields; instants as ISO texts. */
const present = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value])
  );

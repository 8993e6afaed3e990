import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvFormatRows} from "d3";
import fc from "fast-check";
import {expect, it} from "vitest";
import {isMultiline} from "../../../ingest/reading/multiline.ts";
import {loaded} from "../project.ts";

const file = join(mkdtempSync(join(tmpdir(), "perennial-")), "text.csv");
const judged = (text: string): Promise<boolean> => {
  writeFileSync(file, text);
  return isMultiline(file);
};

it("a table has records of several lines where a cell has", async () => {
  const cell = fc.string({unit: fc.constantFrom("a", '"', ",", "\n", "é", " ")});
  const table = fc.array(fc.array(cell, {minLength: 2, maxLength: 2}), {minLength: 1});
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      expect(await judged(csvFormatRows(rows))).toBe(rows.flat().some((text) => text.includes("\n")));
    })
  );
});

it("a quote that opens in one chunk of the file and closes in another one is seen", async () => {
  expect(await judged(`a,"${"x".repeat(3 << 20)}\n"\n`)).toBe(true);
  expect(await judged(`a,"${"x".repeat(3 << 20)}"\n`)).toBe(false);
});

// 2026-11-22: several threads of the engine took lines within cells for records, of a file large enough for them.
it("what looks like records within the cells of a large file stays in its cells", async () => {
  const cell = "O0,1,1,fake\n".repeat(20_000);
  const lines = Array.from({length: 200}, (_, i) => `O${i},2,1.5,"${cell}"\n`);
  const {warehouse, report} = await loaded(
    {lines: {kind: "order_lines", files: "lines.csv"}},
    {"lines.csv": `order_id,quantity,unit_price,product_name\n${lines.join("")}`}
  );
  expect(report.loaded.map(({rows_loaded, rows_rejected}) => [rows_loaded, rows_rejected])).toEqual([[200, 0]]);
  const [sums] = await warehouse.rows(
    "select sum(quantity) as units, count(distinct order_id) as orders from raw_order_lines"
  );
  expect(sums).toEqual({units: 400, orders: 200});
  warehouse.close();
});

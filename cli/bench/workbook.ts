import {writeXlsx, type SheetCell} from "../../ingest/decoding/sheetWriter.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {columnsOf, linesSql, type Lines} from "./data.ts";
import {sizeOf, type Part} from "./part.ts";

/** A workbook with one sheet of order lines. The engine alone does not read it. */
export const workbookOf = (what: Lines): Part => ({
  title: "XLSX",
  file: `lines-${what.lines}.xlsx`,
  what,
  make: (path) => writeXlsx(path, [{name: "Lines", rows: sheetRows(what)}]),
  bytes: sizeOf
});

async function* sheetRows(what: Lines): AsyncGenerator<SheetCell[]> {
  const names = columnsOf(what);
  yield names;
  const memory = await Warehouse.open(":memory:");
  const cells = memory.batches<Record<string, SheetCell>>(
    `select * replace (ordered_at::timestamp as ordered_at, unit_price::double as unit_price, discount::double as discount) from (${linesSql(what)})`
  );
  for await (const rows of cells) for (const row of rows) yield names.map((name) => row[name]!);
  memory.close();
}

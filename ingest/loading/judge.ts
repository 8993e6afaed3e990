import {UserError} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Contract} from "../contracts/contract.ts";
import type {Load} from "../ledger.ts";
import {countRecords} from "../reading/multiline.ts";
import type {Delivery} from "./delivery.ts";
import type {Problem} from "./problems.ts";

/** Marks every row whose key the file has before. */
export async function markDuplicates(
  warehouse: Warehouse,
  table: string,
  declared: Contract,
  problems: readonly Problem[]
): Promise<void> {
  if (!declared.key.length) return;
  const key = declared.key.map((name) => `"${name}"`).join(", ");
  const good = `from ${table} where problems = 0 and rule = 0`;
  const {extra} = await warehouse.row<{extra: number}>(`select count(*) - count(distinct (${key})) as extra ${good}`);
  if (!extra) return;
  const bit = problems.at(-1)!.bit;
  await warehouse.run(
    `update ${table} set problems = ${2 ** bit} where rowid in
     (select row from (select rowid as row, row_number() over (partition by ${key} order by rowid) as copy ${good}) where copy > 1)`
  );
}

export type Counts = Pick<
  Load,
  "rows_read" | "rows_loaded" | "rows_rejected" | "rows_set_aside" | "first_event_at" | "last_event_at"
>;

/** How many rows of a load's table came to what end. */
export const count = (
  warehouse: Warehouse,
  table: string,
  broken: number,
  event = "null::timestamp"
): Promise<Counts> =>
  warehouse.row<Counts>(
    `select count(*) + ${broken} as rows_read, count(*) filter (where problems = 0 and rule = 0) as rows_loaded,
     count(*) filter (where problems <> 0 and rule = 0) + ${broken} as rows_rejected, count(*) filter (where rule <> 0) as rows_set_aside,
     min(${event}) filter (where problems = 0 and rule = 0) as first_event_at, max(${event}) filter (where problems = 0 and rule = 0) as last_event_at
     from ${table}`
  );

/** Throws a UserError where a file has no rows or too many bad ones. */
export function refuseTooBad({source, sourceName, name}: Delivery, counts: Counts): void {
  if (counts.rows_read === 0)
    throw new UserError(`ingest: ${name}: has a header but no rows; export it again, or remove it`);
  const share = counts.rows_rejected / counts.rows_read;
  if (share > source.max_rejected_share) {
    throw new UserError(
      `ingest: ${name}: ${counts.rows_rejected} of ${counts.rows_read} rows are bad, more than max_rejected_share allows (${source.max_rejected_share}); ` +
        `check the mapping of sources.${sourceName}, its dates and its decimal mark. Nothing of the file was loaded`
    );
  }
}

/** Throws a UserError where the engine has read fewer rows than the file has records. */
export async function refuseLost({name, layout}: Delivery, read: number): Promise<void> {
  if (!layout.isMultiline) return;
  const {path, delimiter, names, skip} = layout;
  const found = await countRecords(path, name, {delimiter, blankRows: names.length === 1, skip});
  if (read >= found) return;
  throw new UserError(
    `ingest: ${name}: ${read} of ${found} records can be told apart, for quotes do not pair; mend them, or export it again. Nothing of the file was loaded`
  );
}

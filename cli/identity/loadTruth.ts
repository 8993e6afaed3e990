import {resolve} from "node:path";
import {quote} from "../../ingest/codecs/codec.ts";
import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {plural} from "../say.ts";

/** Makes the temporary table `truth` of record_key and cluster. Throws a UserError where the file is none of the kind. */
export async function loadTruth(warehouse: Warehouse, file: string): Promise<{rows: number; unknown: number}> {
  const from = `read_csv(${quote(resolve(file))}, header = true, all_varchar = true)`;
  let columns: string[];
  try {
    columns = (await warehouse.rows<{name: string}>(`select column_name as name from (describe from ${from})`)).map(
      ({name}) => name
    );
  } catch (error) {
    throw new UserError(`identity: ${file}: cannot be read: ${messageOf(error).split("\n")[0]}; name a CSV file`);
  }
  const [key] = columns as [string];
  const cluster = columns.slice(1).find((name) => name.toLowerCase() === "cluster") ?? columns[1];
  if (cluster === undefined)
    throw new UserError(`identity: ${file}: one column only; a record's key comes first and its cluster second`);
  const name = (column: string) => `"${column.replaceAll('"', '""')}"`;
  await warehouse.run(
    `create or replace temp table said as select ${name(key)} as written, ${name(cluster)} as cluster from ${from}
     where ${name(key)} is not null and ${name(cluster)} is not null`
  );
  await refuseTwice(warehouse, file);
  await warehouse.run(
    `create or replace temp table truth as select coalesce(whole.record_key, bare.record_key) as record_key, cluster from said
     left join int_identity_member as whole on whole.record_key = written
     left join int_identity_member as bare on bare.record_key = 'customer:' || written`
  );
  const found = await warehouse.row<{rows: number; unknown: number}>(
    "select count(*) as rows, count(*) filter (record_key is null) as unknown from truth"
  );
  await warehouse.run("drop table said; delete from truth where record_key is null");
  if (found.rows > found.unknown) return found;
  throw new UserError(
    `identity: ${file}: none of its ${plural(found.rows, "key")} is in the warehouse; its first column (${key}) must be the record's key`
  );
}

async function refuseTwice(warehouse: Warehouse, file: string): Promise<void> {
  const [twice] = await warehouse.rows<{written: string; n: number}>(
    "select written, count(*) as n from said group by written having n > 1 order by written limit 1"
  );
  if (twice)
    throw new UserError(
      `identity: ${file}: duplicate key "${twice.written}" in ${twice.n} rows; a record has one cluster`
    );
}

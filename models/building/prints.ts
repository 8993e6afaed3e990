import {createHash} from "node:crypto";
import {columnsOf} from "../../warehouse/columns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {isModel, type Model, type Relation} from "../model.ts";

/** Identity of a value: sixteen hexadecimal digits. */
export const printOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

/** Identity of a model's content: what it says, its contract, and what it reads. */
export function modelPrint(model: Model, saying: string, prints: ReadonlyMap<string, string>): string {
  const inputs = model.from.map((relation) => {
    const print = prints.get(relation.name);
    if (print === undefined) throw new Error(`unknown input ${relation.name} of ${model.name}`);
    return isModel(relation) ? print : sourcePrint(relation, print);
  });
  return printOf([saying, shapeOf(model), model.grain, inputs]);
}

/** Identity of the rows of a raw table or of the ledger under today's contract. */
export const sourcePrint = (relation: Relation, print: string): string => printOf([print, shapeOf(relation)]);

const shapeOf = ({columns}: Relation) => columnsOf(columns).map(({name, sql, nullable}) => [name, sql, nullable]);

/** Raw tables are identified by the loads that they hold, the ledger by which load is of which source. */
export async function sourcePrints(warehouse: Warehouse): Promise<Map<string, string>> {
  const rows = await warehouse.rows<{kind: string; loads: string}>(
    "select kind, string_agg(load_id || ':' || sha256 || ':' || mapping, ',' order by precedence, load_id) as loads from ledger.loads group by kind"
  );
  const raw = await warehouse.rows<{name: string}>(
    "select view_name as name from duckdb_views() where starts_with(view_name, 'raw_')"
  );
  const {loads} = await warehouse.row<{loads: string | null}>(
    "select string_agg(load_id || ':' || source, ',' order by load_id) as loads from ledger.loads"
  );
  const {sent} = await warehouse.row<{sent: string | null}>(
    "select string_agg(sent_id, ',' order by sent_id) as sent from ledger.audience_sent"
  );
  return new Map([
    ["ledger_loads", printOf(loads)],
    ["ledger_audience_members", printOf(sent)],
    ...raw.map(({name}): [string, string] => [
      name,
      printOf(rows.find(({kind}) => `raw_${kind}` === name)?.loads ?? "")
    ])
  ]);
}

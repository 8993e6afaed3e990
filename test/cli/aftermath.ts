import {readFileSync, readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Session} from "../../cli/session.ts";
import {kindNames} from "../../ingest/contracts/kinds.ts";
import type {Load} from "../../ingest/ledger.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";

/** Loads whose rows must be there: those that count, that can count again, and that undoing brings back. */
const kept = `(select load_id from ledger.loads
  union select load_id from ledger.past_loads where status = 'retired'
  union select replaced from ledger.loads where replaced is not null
  union select replaced from ledger.past_loads where status = 'retired' and replaced is not null)`;

/**
 * What in a warehouse contradicts its ledger, in words; nothing where a run was killed before it made one. The views of a run that
 * is not over may lack loads that it added.
 */
export async function contradictions(warehouse: Warehouse, isOver: boolean): Promise<string[]> {
  if (!(await has(warehouse, "load_number"))) return [];
  const found: string[] = [];
  const tables = await names(warehouse, "from duckdb_tables() select table_name where schema_name = 'store'");
  for (const id of await names(warehouse, `from ${kept}`)) {
    if (!tables.includes(`load_${id}`)) found.push(`load ${id} has no table`);
  }
  const loads = await warehouse.rows<Load>("from ledger.loads");
  for (const {load_id, rows_read, rows_loaded, rows_rejected, rows_set_aside} of loads) {
    const held = await warehouse.row(
      `select count(*) filter (problems = 0 and rule = 0) as loaded, count(*) filter (rule <> 0) as aside,
       count(*) filter (problems <> 0 and rule = 0) as bad from store."load_${load_id}"`
    );
    const {broken} = await warehouse.row<{broken: number}>(
      "select count(*) as broken from ledger.rejects where load_id = $1 and field is null",
      [load_id]
    );
    const said = {loaded: rows_loaded, aside: rows_set_aside, bad: rows_rejected - broken};
    if (JSON.stringify(held) !== JSON.stringify(said)) {
      found.push(`load ${load_id} says ${JSON.stringify(said)} and has ${JSON.stringify(held)}`);
    }
    if (rows_read !== rows_loaded + rows_rejected + rows_set_aside) found.push(`load ${load_id} does not add up`);
    const {told} = await warehouse.row<{told: number}>(
      "select count(distinct line) as told from ledger.rejects where load_id = $1",
      [load_id]
    );
    if (told !== rows_rejected) found.push(`load ${load_id} has ${told} of ${rows_rejected} rejects`);
  }
  const kinds = await names(
    warehouse,
    "from (from ledger.loads select kind union from ledger.past_loads select kind where status <> 'failed') select kind"
  );
  for (const kind of kinds) {
    const seen = await warehouse.rows<{load_id: string; rows: number}>(
      `select load_id, count(*) as rows from "raw_${kind}" group by load_id`
    );
    const rowsOf = new Map(seen.map(({load_id, rows}) => [load_id, rows]));
    for (const {load_id, rows_loaded} of loads.filter((load) => load.kind === kind)) {
      const rows = rowsOf.get(load_id) ?? (isOver ? 0 : rows_loaded);
      if (rows !== rows_loaded) found.push(`raw_${kind} has ${rows} of ${rows_loaded} rows of load ${load_id}`);
      rowsOf.delete(load_id);
    }
    for (const id of rowsOf.keys()) found.push(`raw_${kind} has rows of load ${id}, which does not count`);
  }
  const twice = await names(warehouse, "from ledger.loads select file group by source, file having count(*) > 1");
  for (const file of twice) found.push(`${file} counts twice`);
  for (const table of ["rejects", "set_aside"]) {
    const strays = await names(warehouse, `from ledger.${table} select distinct load_id where load_id not in ${kept}`);
    for (const id of strays) found.push(`${table} of load ${id}, which is gone`);
  }
  return found;
}

/** What a run leaves, without what differs from run to run: numbers of loads, and times. */
export async function contentsOf({project, warehouse}: Session): Promise<Record<string, unknown>> {
  const raw: [string, unknown][] = [];
  for (const kind of kindNames) {
    const digest = `select count(*) as rows, sum(hash(t)::hugeint)::varchar as digest from (from "raw_${kind}" select * exclude (load_id)) as t`;
    raw.push([`raw_${kind}`, await warehouse.row(digest)]);
  }
  const all =
    "(from ledger.loads select load_id, file, sha256 union from ledger.past_loads select load_id, file, sha256)";
  const withFile = (table: string) =>
    warehouse.rows(
      `select file, sha256, t.* exclude (load_id) from ledger.${table} as t left join ${all} using (load_id) order by all`
    );
  const loads = (table: string) =>
    warehouse.rows(
      `select t.* exclude (load_id, loaded_at, seconds, replaced), earlier.file as earlier_file, earlier.sha256 as earlier_bytes
       from ledger.${table} as t left join ${all} as earlier on earlier.load_id = t.replaced order by all`
    );
  return {
    ...Object.fromEntries(raw),
    loads: await loads("loads"),
    past: await loads("past_loads"),
    rejects: await withFile("rejects"),
    unfinished: await warehouse.rows("from ledger.unfinished"),
    setAside: await withFile("set_aside"),
    rejectFiles: rejectFiles(project.warehouse),
    scratch: filesIn(project.scratch),
    orphans: await orphans(warehouse),
    otherTables: await names(
      warehouse,
      "from duckdb_tables() select table_name where schema_name = 'store' and not starts_with(table_name, 'load_') order by 1"
    )
  };
}

/** Tables of loads that the ledger does not know: made, and never entered. */
export const orphans = async (warehouse: Warehouse): Promise<string[]> =>
  (await has(warehouse, "load_number"))
    ? names(
        warehouse,
        `from duckdb_tables() select table_name where schema_name = 'store' and starts_with(table_name, 'load_')
         and table_name not in (select 'load_' || load_id from ${kept})`
      )
    : [];

/** The files of rejected rows beside a warehouse, under their names without the number of the load. */
export function rejectFiles(warehouse: string): Record<string, string> {
  const folder = join(dirname(warehouse), "rejects");
  const files = filesIn(folder).map((name): [string, string] => [
    name.replace(/-\d+(?=\.\w+$)/, ""),
    readFileSync(join(folder, name), "utf8")
  ]);
  return Object.fromEntries(files);
}

/** Everything in a folder that is no folder, in the order of names; what goes while one looks may be missing. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Whether there is a table, view or sequence of that name. */
export async function has(warehouse: Warehouse, name: string): Promise<boolean> {
  const {n} = await warehouse.row<{n: number}>(
    `select count(*) as n from (from duckdb_tables() select table_name as name union all from duckdb_views() select view_name
     union all from duckdb_sequences() select sequence_name) where name = $1`,
    [name]
  );
  return n > 0;
}

const names = async (warehouse: Warehouse, sql: string): Promise<string[]> =>
  (await warehouse.rows(sql)).map((row) => String(Object.values(row)[0]));

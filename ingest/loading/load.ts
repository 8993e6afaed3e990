import {UserError, messageOf} from "../../warehouse/error.ts";
import {type Warehouse} from "../../warehouse/warehouse.ts";
import {identifier, type Format} from "../codecs/codec.ts";
import {type Config, type Source} from "../config.ts";
import {type Contract} from "../contracts/contract.ts";
import {contractOf} from "../contracts/kinds.ts";
import {exposeRaw, type Load} from "../ledger.ts";
import {type ExportFile} from "../reading/files.ts";
import {layoutOf, readSql, type Layout} from "../reading/layout.ts";
import {loadSql, needsRowNumber, type LoadQuery} from "./loadSql.ts";
import {mappingOf} from "./mapping.ts";
import {problemsOf, type Problem} from "./problems.ts";
import {brokenRecords, writeRejects} from "./rejects.ts";

export interface Delivery {
  sourceName: string;
  source: Source;
  file: ExportFile;
  sha256: string;
  mapping: string;
  /** The load of the same file that this one replaces. */
  replaces?: Load;
}

/**
 * Loads one file: all of it or, where too much is wrong, nothing.
 *
 * The file becomes an immutable table of the store, row for row; the ledger then points at it in one transaction, so that a kill at
 * any moment leaves either the old state or the new one.
 */
export async function load(warehouse: Warehouse, config: Config, delivery: Delivery): Promise<Load> {
  const {source, sourceName, file} = delivery;
  const started = performance.now();
  const declared = contractOf(source.kind);
  const layout = await layoutOf(file, source);
  const format = formatOf(config, source);
  const origins = mappingOf(sourceName, source, declared, layout.names, file.name);
  await refuseBadSql(warehouse, delivery, layout);
  const problems = problemsOf(declared, origins, format, config.company.currency);
  const {number} = await warehouse.row<{number: number}>("select nextval('ledger.load_number') as number");
  const loadId = String(number).padStart(6, "0");
  const table = `store."load_${loadId}"`;
  const refused = `refused_${loadId}`;
  const query: LoadQuery = {
    declared,
    origins,
    problems,
    source,
    format,
    rows: readSql(file, layout, source.nulls, refused)
  };
  try {
    await createTable(warehouse, table, query, file);
    const broken = await brokenRecords(warehouse, refused);
    await markDuplicates(warehouse, table, declared, problems);
    const counts = await count(warehouse, table, broken.length, declared.event);
    refuseTooBad(delivery, counts);
    const record: Load = {
      load_id: loadId,
      source: sourceName,
      kind: source.kind,
      file: file.name,
      sha256: delivery.sha256,
      mapping: delivery.mapping,
      ...counts,
      loaded_at: new Date(),
      seconds: (performance.now() - started) / 1000
    };
    await warehouse.transaction(async () => {
      if (counts.rows_rejected) await writeRejects(warehouse, {loadId, file, layout, problems, broken});
      await enter(warehouse, record, source, delivery.replaces);
    });
    return record;
  } catch (error) {
    await warehouse.run(`drop table if exists ${table}`);
    throw error;
  } finally {
    await warehouse.run(`drop table if exists ${refused}`);
    await warehouse.run(`drop table if exists ${refused}_scan`);
  }
}

const formatOf = (config: Config, source: Source): Format => ({
  dates: source.dates === undefined ? [] : [source.dates].flat(),
  zone: source.zone ?? config.company.zone,
  decimal: source.decimal
});

async function createTable(warehouse: Warehouse, table: string, query: LoadQuery, file: ExportFile): Promise<void> {
  try {
    await warehouse.run(`create table ${table} as ${loadSql(query)}`);
  } catch (error) {
    throw new UserError(`ingest: ${file.name}: cannot be read: ${messageOf(error).split("\n")[0]}`);
  }
}

/** Every SQL text of the source, tried on no rows, so that a mistake is told with its key. */
async function refuseBadSql(
  warehouse: Warehouse,
  {source, sourceName, file}: Delivery,
  {names}: Layout
): Promise<void> {
  const texts: [string, string][] = [
    ...Object.entries(source.derive).map(([name, sql]): [string, string] => [`derive.${name}`, sql]),
    ...Object.entries(source.set_aside).map(([name, sql]): [string, string] => [`set_aside.${name}`, sql]),
    ...(["cancelled", "returned"] as const).flatMap((key): [string, string][] =>
      source[key] ? [[key, source[key]]] : []
    )
  ];
  const columns = names.map((name) => `cast(null as VARCHAR) as ${identifier(name)}`);
  if (needsRowNumber(source)) columns.push("cast(null as BIGINT) as row");
  for (const name of source.fill_down) {
    if (!names.includes(name))
      throw new UserError(`ingest: ${file.name}: unknown column "${name}" (sources.${sourceName}.fill_down)`);
  }
  for (const [key, sql] of texts) {
    try {
      await warehouse.run(`select (${sql}) from (select ${columns.join(", ")}) as file limit 0`);
    } catch (error) {
      throw new UserError(`config: sources.${sourceName}.${key}: ${messageOf(error).split("\n")[0]} (in ${file.name})`);
    }
  }
}

async function markDuplicates(
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

type Counts = Pick<
  Load,
  "rows_read" | "rows_loaded" | "rows_rejected" | "rows_set_aside" | "first_event_at" | "last_event_at"
>;

const count = (warehouse: Warehouse, table: string, broken: number, event = "null::timestamp"): Promise<Counts> =>
  warehouse.row<Counts>(
    `select count(*) + ${broken} as rows_read, count(*) filter (where problems = 0 and rule = 0) as rows_loaded,
     count(*) filter (where problems <> 0 and rule = 0) + ${broken} as rows_rejected, count(*) filter (where rule <> 0) as rows_set_aside,
     min(${event}) filter (where problems = 0 and rule = 0) as first_event_at, max(${event}) filter (where problems = 0 and rule = 0) as last_event_at
     from ${table}`
  );

function refuseTooBad({source, sourceName, file}: Delivery, counts: Counts): void {
  if (counts.rows_read === 0)
    throw new UserError(`ingest: ${file.name}: has a header but no rows; export it again, or remove it`);
  const share = counts.rows_rejected / counts.rows_read;
  if (share > source.max_rejected_share) {
    throw new UserError(
      `ingest: ${file.name}: ${counts.rows_rejected} of ${counts.rows_read} rows are bad, more than max_rejected_share allows (${source.max_rejected_share}); ` +
        `check the mapping of sources.${sourceName}, its dates and its decimal mark. Nothing of the file was loaded`
    );
  }
}

/** The one step that makes a load count: ledger rows in, the replaced load out, raw view moved. */
async function enter(warehouse: Warehouse, record: Load, source: Source, replaces: Load | undefined): Promise<void> {
  const event = contractOf(record.kind).event ?? "null::timestamp";
  if (replaces) await forget(warehouse, replaces);
  await warehouse.connection.run(
    `insert into ledger.loads select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, min(${event}), max(${event}), current_timestamp::timestamp, $11
     from store."load_${record.load_id}" where problems = 0 and rule = 0`,
    [
      record.load_id,
      record.source,
      record.kind,
      record.file,
      record.sha256,
      record.mapping,
      record.rows_read,
      record.rows_loaded,
      record.rows_rejected,
      record.rows_set_aside,
      record.seconds
    ]
  );
  for (const [i, rule] of Object.keys(source.set_aside).entries()) {
    await warehouse.connection.run(
      `insert into ledger.set_aside select $1, $2, count(*) from store."load_${record.load_id}" where rule = ${i + 1}`,
      [record.load_id, rule]
    );
  }
  await exposeRaw(warehouse, record.kind);
  if (replaces) await warehouse.run(`drop table store."load_${replaces.load_id}"`);
}

async function forget(warehouse: Warehouse, {load_id}: Load): Promise<void> {
  for (const table of ["rejects", "set_aside", "loads"]) {
    await warehouse.connection.run(`delete from ledger.${table} where load_id = $1`, [load_id]);
  }
}

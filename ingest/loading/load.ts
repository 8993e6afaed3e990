import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Format} from "../codecs/codec.ts";
import type {Config, Source} from "../config.ts";
import {contractOf} from "../contracts/kinds.ts";
import type {Load} from "../ledger.ts";
import type {ExportFile} from "../reading/files.ts";
import {layoutOf, readSql} from "../reading/layout.ts";
import type {Delivery} from "./delivery.ts";
import {enter} from "./enter.ts";
import {count, markDuplicates, refuseTooBad} from "./judge.ts";
import {loadSql, type LoadQuery} from "./loadSql.ts";
import {mappingOf} from "./mapping.ts";
import {problemsOf} from "./problems.ts";
import {brokenRecords, countBroken, writeRejects} from "./rejects.ts";
import {refuseBadSql} from "./sourceSql.ts";

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
    await markDuplicates(warehouse, table, declared, problems);
    const counts = await count(warehouse, table, await countBroken(warehouse, refused), declared.event);
    refuseTooBad(delivery, counts);
    const broken = await brokenRecords(warehouse, refused, file);
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

import {createHash} from "node:crypto";
import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Format} from "../codecs/codec.ts";
import type {Config} from "../config.ts";
import {contractOf} from "../contracts/kinds.ts";
import type {Load} from "../ledger.ts";
import {nothingIn, readSql} from "../reading/layout.ts";
import {rejectReason} from "../reading/rejectReason.ts";
import type {Source} from "../source.ts";
import type {Delivery} from "./delivery.ts";
import {driftOf, refuseDrift, type Drift} from "./drift.ts";
import {enter} from "./enter.ts";
import {count, markDuplicates, refuseLost, refuseTooBad} from "./judge.ts";
import {loadSql, type LoadQuery} from "./loadSql.ts";
import {aliasesOf, mappingOf} from "./mapping.ts";
import {problemsOf} from "./problems.ts";
import {brokenRecords, countBroken, makeRefused, writeRejects} from "./rejects.ts";
import {sampleTypes} from "./sampleTypes.ts";
import {refuseBadSql} from "./sourceSql.ts";

/** What came of a delivery. */
export interface Outcome {
  load: Load;
  drift: Drift;
}

/**
 * Loads one delivery: all of it or, where too much is wrong, nothing.
 *
 * It becomes an immutable table of the store, row for row; the ledger then points at it in one transaction, so that a kill at
 * any moment leaves either the old state or the new one. A dry delivery is judged and leaves nothing.
 */
export async function load(warehouse: Warehouse, config: Config, delivery: Delivery): Promise<Outcome> {
  const {source, sourceName, name, layout} = delivery;
  const started = performance.now();
  if (source.mode === "snapshot" && layout.names.includes(rejectReason)) {
    throw new UserError(
      `ingest: ${name}: rejected rows alone are no full export, which sources.${sourceName} takes; correct them in the export itself`
    );
  }
  const declared = contractOf(source.kind);
  const format = formatOf(config, source);
  const origins = mappingOf(sourceName, source, declared, layout.names, name);
  await refuseBadSql(warehouse, delivery);
  const types = await sampleTypes(warehouse, layout, source.nulls, format);
  const drift = driftOf(types, delivery.reference);
  if (source.drift === "freeze") refuseDrift(name, sourceName, drift, delivery.reference);
  const problems = problemsOf(declared, origins, format, config.company.currency);
  const {number} = await warehouse.row<{number: number}>("select nextval('ledger.load_number') as number");
  const loadId = String(number).padStart(6, "0");
  const table = `store."load_${loadId}"`;
  const refused = `refused_${loadId}`;
  const query: LoadQuery = {
    declared,
    origins,
    aliases: aliasesOf(source, layout.names),
    problems,
    source,
    format,
    rows: readSql(layout, source.nulls, refused),
    nothing: nothingIn(layout)
  };
  let keeps = false;
  try {
    if (layout.form === "json") await makeRefused(warehouse, refused);
    await createTable(warehouse, table, query, name);
    await markDuplicates(warehouse, table, declared, problems);
    const counts = await count(warehouse, table, await countBroken(warehouse, refused), declared.event);
    await refuseLost(delivery, counts.rows_read);
    refuseTooBad(delivery, counts);
    const broken = await brokenRecords(warehouse, refused, name);
    const record: Load = {
      load_id: loadId,
      source: sourceName,
      kind: source.kind,
      preset: source.preset?.name ?? null,
      file: name,
      container: delivery.container,
      format: layout.said,
      place: layout.place,
      delimiter: layout.delimiter,
      sha256: delivery.sha256,
      mapping: delivery.mapping,
      headers: JSON.stringify(types),
      schema_print: createHash("sha256").update(JSON.stringify(types)).digest("hex").slice(0, 16),
      head: layout.head,
      precedence: delivery.precedence,
      ...counts,
      loaded_at: new Date(),
      seconds: (performance.now() - started) / 1000,
      replaced: delivery.replaces && delivery.replaces.sha256 !== delivery.sha256 ? delivery.replaces.load_id : null
    };
    if (delivery.isUnchanged && !delivery.isUnchanged()) {
      throw new UserError(`ingest: ${name}: the file changed while it was read; run again when it is complete`);
    }
    if (!delivery.isDry) {
      await warehouse.transaction(async () => {
        if (counts.rows_rejected) await writeRejects(warehouse, {loadId, layout, source, problems, broken});
        await enter(warehouse, record, source, delivery.replaces);
      });
      keeps = true;
    }
    return {load: record, drift};
  } finally {
    if (!keeps) await warehouse.run(`drop table if exists ${table}`);
    await warehouse.run(`drop table if exists ${refused}`);
    await warehouse.run(`drop table if exists ${refused}_scan`);
  }
}

export const formatOf = (config: Config, source: Source): Format => ({
  dates: source.dates,
  zone: source.zone ?? config.company.zone,
  decimal: source.decimal
});

async function createTable(warehouse: Warehouse, table: string, query: LoadQuery, name: string): Promise<void> {
  try {
    await warehouse.run(`create table ${table} as ${loadSql(query)}`);
  } catch (error) {
    throw new UserError(`ingest: ${name}: cannot be read: ${messageOf(error).split("\n")[0]}`);
  }
}

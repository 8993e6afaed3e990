import type {Warehouse} from "../../warehouse/warehouse.ts";
import {identifier, type Format} from "../codecs/codec.ts";
import {flagCodec} from "../codecs/flag.ts";
import {decimalCodec} from "../codecs/number.ts";
import {instantCodec} from "../codecs/time.ts";
import {readSql, type Layout} from "../reading/layout.ts";

/** What the first values of a column look like; `empty` where there are none. */
export type SampleType = "number" | "time" | "flag" | "text" | "empty";

/** A header and what its first values look like. */
export type TypedHeader = [header: string, type: SampleType];

const ROWS = 500;

/** The first rows of a file as texts, for looking at. */
export async function sampleRows(
  warehouse: Warehouse,
  layout: Layout,
  nulls: readonly string[]
): Promise<Record<string, string | null>[]> {
  const sample = "refused_sample";
  try {
    const names = layout.names.map(identifier).join(", ");
    return await warehouse.rows(`select ${names} from (${readSql(layout, nulls, sample)}) limit ${ROWS}`);
  } finally {
    await warehouse.run(`drop table if exists ${sample}`);
    await warehouse.run(`drop table if exists ${sample}_scan`);
  }
}

/** The headers of a file, each with what its first 500 values look like. */
export async function sampleTypes(
  warehouse: Warehouse,
  layout: Layout,
  nulls: readonly string[],
  format: Format
): Promise<TypedHeader[]> {
  const rows = await sampleRows(warehouse, layout, nulls).catch(() => []);
  return layout.names.map((name) => [
    name,
    typeOf(
      rows.map((row) => (Object.hasOwn(row, name) ? row[name]! : null)).filter((value) => value !== null),
      format
    )
  ]);
}

/** What some values look like: all of them, or nine in ten of many, for a few of those may be wrong. */
export function typeOf(values: readonly string[], format: Format): SampleType {
  if (!values.length) return "empty";
  const enough = values.length < 20 ? values.length : values.length * 0.9;
  const all = (parse: (text: string, format: Format) => unknown) =>
    values.filter((value) => parse(value, format) !== undefined).length >= enough;
  if (all(decimalCodec.parse)) return "number";
  if (all(instantCodec.parse)) return "time";
  return all(flagCodec.parse) ? "flag" : "text";
}

import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Format} from "../codecs/codec.ts";
import {fieldsOf, type Contract} from "../contracts/contract.ts";
import {contractOf} from "../contracts/kinds.ts";
import {loadSql} from "../loading/loadSql.ts";
import {aliasesOf, mappingOf, type Origin} from "../loading/mapping.ts";
import {problemsOf, type Problem} from "../loading/problems.ts";
import {countBroken, makeRefused} from "../loading/rejects.ts";
import {sampleRows} from "../loading/sampleTypes.ts";
import {refuseBadSql} from "../loading/sourceSql.ts";
import {nothingIn, readSql, type Layout} from "../reading/layout.ts";
import type {Source} from "../source.ts";
import {fieldSample, type FieldSample, type Row} from "./fieldSample.ts";
import {looksPersonal, masked} from "./mask.ts";
import {usedHeaders} from "./usedHeaders.ts";

/** What a company says of itself that decides what rows become. */
export interface Company {
  zone: string;
  currency: string;
}

/** Something that is wrong with some of the rows. */
export interface BadRows {
  header: string | null;
  field: string;
  reason: string;
  rows: number;
  /** A cell that has it; masked where it is personal. */
  value: string | null;
}

/** What the first rows of a part become by a source. */
export interface Sample {
  fields: FieldSample[];
  /** Fields of the contract that nothing fills. */
  empty: string[];
  /** Headers that the source reads. */
  used: Set<string>;
  rows: number;
  rejected: number;
  setAside: number;
  bad: BadRows[];
  /** Currency → good rows with it. */
  currencies: Record<string, number>;
  /** Headers of times that have no offset, where the source does not say their zone. */
  naive: string[];
}

/** Rows that are looked at. */
export const SAMPLE = 500;

export interface Asked {
  sourceName: string;
  source: Source;
  /** As messages name the part. */
  name: string;
  layout: Layout;
  /** Where none is known, any currency will do and times are UTC. */
  company?: Company;
}

/** Judges the first rows of a part as loading would. Throws a UserError where the source does not fit it, with the words of loading. */
export async function sampleOf(warehouse: Warehouse, asked: Asked): Promise<Sample> {
  const {sourceName, source, name, layout, company} = asked;
  const declared = contractOf(source.kind);
  const format: Format = {
    dates: source.dates,
    zone: source.zone ?? company?.zone ?? "UTC",
    decimal: source.decimal
  };
  const origins = mappingOf(sourceName, source, declared, layout.names, name);
  await refuseBadSql(warehouse, {
    ...{sourceName, source, name, layout, container: name},
    ...{sha256: "", mapping: "", precedence: ""}
  });
  const problems = problemsOf(declared, origins, format, company?.currency ?? "").map((problem) =>
    company || !problem.sql.startsWith(`"currency" <> `) ? problem : {...problem, sql: "false"}
  );
  const raw = (await sampleRows(warehouse, layout, source.nulls)).slice(0, SAMPLE);
  const refused = "refused_look";
  try {
    if (layout.form === "json") await makeRefused(warehouse, refused);
    const rows = `select * from (${readSql(layout, source.nulls, refused)}) as file limit ${SAMPLE}`;
    const aliases = aliasesOf(source, layout.names);
    const query = {declared, origins, aliases, problems, source, format, rows, nothing: nothingIn(layout)};
    const typed = await warehouse.rows<Row>(loadSql(query));
    const broken = await countBroken(warehouse, refused);
    const told = verdicts(declared, origins, problems, typed, raw);
    return {
      fields: origins.map((origin) => fieldSample(origin, source, typed)),
      empty: fieldsOf(declared)
        .map(({name}) => name)
        .filter((name) => !origins.some(({field}) => field.name === name)),
      used: usedHeaders(source, origins, layout.names),
      rows: typed.length + broken,
      setAside: typed.filter(({rule}) => rule !== 0).length,
      ...told,
      rejected: told.rejected + broken,
      currencies: currenciesOf(typed),
      naive: source.zone === undefined ? naiveTimes(origins, raw) : []
    };
  } finally {
    await warehouse.run(`drop table if exists ${refused}`);
    await warehouse.run(`drop table if exists ${refused}_scan`);
  }
}

function verdicts(
  declared: Contract,
  origins: readonly Origin[],
  problems: readonly Problem[],
  typed: readonly Row[],
  raw: readonly Record<string, string | null>[]
): {rejected: number; bad: BadRows[]} {
  const personal = new Set(fieldsOf(declared).flatMap((field) => (field.privacy === "personal" ? [field.name] : [])));
  const seen = new Set<string>();
  const masks = typed.map((row) => {
    if (row.rule !== 0) return 0;
    if (row.problems !== 0 || !declared.key.length) return row.problems;
    const key = JSON.stringify(declared.key.map((name) => row[name]));
    if (seen.has(key)) return 2 ** problems.at(-1)!.bit;
    seen.add(key);
    return 0;
  });
  const bad = problems.flatMap(({bit, field, header, reason}) => {
    const at = masks.flatMap((mask, i) => (Math.floor(mask / 2 ** bit) % 2 ? [i] : []));
    if (!at.length) return [];
    const value = header === null ? null : (raw[at[0]!]?.[header] ?? null);
    const shown =
      value !== null && ((field !== null && personal.has(field)) || looksPersonal(value)) ? masked(value) : value;
    const column = origins.find((origin) => origin.field.name === field)?.header ?? null;
    return [{header: column, field: field ?? "whole row", reason, rows: at.length, value: shown}];
  });
  return {rejected: masks.filter((mask) => mask !== 0).length, bad};
}

function currenciesOf(rows: readonly Row[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const {currency, problems, rule} of rows) {
    if (typeof currency === "string" && problems === 0 && rule === 0) found[currency] = (found[currency] ?? 0) + 1;
  }
  return found;
}

function naiveTimes(origins: readonly Origin[], raw: readonly Record<string, string | null>[]): string[] {
  const times = origins.filter(({field, header}) => field.sql === "timestamp" && header !== null);
  return times
    .map(({header}) => header!)
    .filter((header) =>
      raw.some((row) => /\d:\d/.test(row[header] ?? "") && !/(Z|[+-]\d{2}:?\d{2})\s*$/.test(row[header]!))
    );
}

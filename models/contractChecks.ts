import {z} from "zod";
import {columnsOf, type Column} from "../warehouse/columns.ts";
import type {Relation} from "../warehouse/relation.ts";

/** Answers a query of any engine with its rows. */
export type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

/** What a column's schema asks for, as SQL that is true where a row breaks it. */
function violationsOf({name, nullable, schema}: Column): {what: string; sql: string}[] {
  const column = `"${name}"`;
  const found = nullable ? [] : [{what: `${name} is empty`, sql: `${column} is null`}];
  if (schema instanceof z.ZodEnum) {
    const words = (schema.options as string[]).map((word) => `'${word.replaceAll("'", "''")}'`);
    found.push({
      what: `${name} is none of ${schema.options.join(", ")}`,
      sql: `${column} not in (${words.join(", ")})`
    });
  }
  if (schema instanceof z.ZodString) {
    if ((schema.minLength ?? 0) > 0) found.push({what: `${name} is an empty text`, sql: `${column} = ''`});
  }
  if (schema instanceof z.ZodNumber) {
    const {minimum, maximum} = z.toJSONSchema(schema) as {minimum?: number; maximum?: number};
    if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER)
      found.push({what: `${name} is below ${minimum}`, sql: `${column} < ${minimum}`});
    if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER)
      found.push({what: `${name} is above ${maximum}`, sql: `${column} > ${maximum}`});
    found.push({what: `${name} is not a finite number`, sql: `not isFinite(cast(${column} as double))`});
  }
  return found;
}

/** Everything in which a relation's rows break its contract or its grain, in words with counts; empty where all is well. */
export async function contractFailures(ask: Ask, relation: Relation, table: string): Promise<string[]> {
  const checks = columnsOf(relation.columns).flatMap(violationsOf);
  const counts = checks.map(({sql}, i) => `count(*) filter (where ${sql}) as c${i}`);
  const [row] = (await ask(`select ${["count(*) as rows", ...counts].join(", ")} from ${table}`)) as [
    Record<string, number>
  ];
  const failures = checks.map(({what}, i) => ({what, rows: row[`c${i}`]!})).filter(({rows}) => rows > 0);
  const messages = failures.map(({what, rows}) => `invalid row: ${what} in ${rows} of ${row.rows} rows`);
  return [...messages, ...(await grainFailures(ask, relation, table, row.rows!))];
}

async function grainFailures(ask: Ask, {grain}: Relation, table: string, rows: number): Promise<string[]> {
  if (!grain.length) return rows === 1 ? [] : [`invalid grain: one row expected, found ${rows}`];
  const keys = grain.map((name) => `"${name}"`).join(", ");
  const [twice] = await ask(
    `select ${keys}, count(*) as copies from ${table} group by ${keys} having count(*) > 1 order by copies desc, ${keys} limit 1`
  );
  if (!twice) return [];
  return [`duplicate grain (${grain.map((name) => String(twice[name])).join(", ")}) in ${String(twice.copies)} rows`];
}

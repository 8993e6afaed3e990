import {quote, type Format} from "../codecs/codec.ts";
import {codecOf, type Contract} from "../contracts/contract.ts";
import type {Origin} from "./mapping.ts";

/** One thing that can be wrong with a row: a bit of its `problems` mask, the SQL that finds it, and what to tell. */
export interface Problem {
  bit: number;
  /** Null where it is the row as a whole. */
  field: string | null;
  header: string | null;
  /** SQL over `text_<field>` and the typed fields; true where the row has the problem. */
  sql: string;
  reason: string;
}

/** The bit of a row in which there was nothing to read: nothing else is then wrong with it. */
export const nothingBit = 0;

/** Everything that the contract asks of the fields that a file has, as bits from 0. */
export function problemsOf(
  declared: Contract,
  origins: readonly Origin[],
  format: Format,
  currency: string
): Problem[] {
  const problems: Omit<Problem, "bit">[] = [
    {field: null, header: null, sql: "false", reason: "not a JSON object with values"}
  ];
  const headerOf = (name: string) => origins.find(({field}) => field.name === name)?.cell ?? null;
  for (const {field, cell: header} of origins) {
    const {name} = field;
    const codec = codecOf(declared, field);
    const words = wordsOf(field.schema);
    const expected = words ? `one of ${words.join(", ")}` : codec.expected(format);
    const text = `"text_${name}"`;
    // Whether something is there costs more than whether something came of it, and is only asked where nothing did.
    const present = codec.missing ? `(${text} is not null and not ${codec.missing.sql(text)})` : `${text} is not null`;
    if (words || !codec.takesAll) {
      problems.push({field: name, header, sql: `"${name}" is null and ${present}`, reason: `not ${expected}`});
    }
    if (!field.nullable) {
      problems.push({
        field: name,
        header,
        sql: `"${name}" is null and not (${present})`,
        reason: "empty, but every row needs it"
      });
    }
    if (name === "currency") {
      const reason = `not in ${currency}, the company's currency; convert it first or set such rows aside`;
      problems.push({field: name, header, sql: `"currency" <> ${quote(currency)}`, reason});
    }
  }
  for (const rule of declared.rules ?? []) {
    problems.push({field: rule.field, header: headerOf(rule.field), sql: `not (${rule.sql})`, reason: rule.reason});
  }
  if (declared.key.length) {
    const [name] = declared.key as [string];
    problems.push({
      field: name,
      header: headerOf(name),
      sql: "false",
      reason: `duplicate ${declared.key.join(", ")}: the file has it before; the first row is kept`
    });
  }
  if (problems.length > 62) throw new Error(`contract ${declared.kind} asks for more than 62 things`);
  return problems.map((problem, bit) => ({...problem, bit}));
}

/** The words of an enumeration. */
export const wordsOf = (schema: unknown): string[] | undefined => (schema as {options?: string[]}).options;

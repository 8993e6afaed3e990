import {z} from "zod";
import type {Format} from "../codecs/codec.ts";
import {wordsOf} from "../loading/problems.ts";
import {codecOf, fieldsOf, type Contract} from "./contract.ts";

/**
 * The contract as zod judges it: a record of cell texts (null: nothing there) → typed values, with one issue per broken field or rule.
 *
 * The engine judges files by SQL compiled from the same contract; a property test holds both to one verdict.
 */
export const recordSchema = (declared: Contract, format: Format, currency: string) =>
  z.record(z.string(), z.string().nullable()).transform((texts, context) => {
    const row: Record<string, unknown> = {};
    for (const field of fieldsOf(declared)) {
      const codec = codecOf(declared, field);
      const given = texts[field.name] ?? null;
      const parsed = given === null ? undefined : codec.parse(given, format);
      const text = given !== null && codec.missing?.test(given) ? null : given;
      const words = wordsOf(field.schema);
      const valid = parsed !== undefined && (!words || words.includes(String(parsed)));
      const tell = (message: string) => context.addIssue({code: "custom", path: [field.name], message});
      if (text !== null && !valid) tell(`not ${codec.expected(format)}`);
      if (text === null && !field.nullable) tell("empty");
      row[field.name] = valid ? parsed : null;
    }
    if (row.currency != null && row.currency !== currency)
      context.addIssue({code: "custom", path: ["currency"], message: `not in ${currency}`});
    for (const rule of declared.rules ?? []) {
      if (!rule.test(row)) context.addIssue({code: "custom", path: [rule.field], message: rule.reason});
    }
    return row;
  });

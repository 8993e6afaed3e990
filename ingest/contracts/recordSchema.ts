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
      const text = texts[field.name] ?? null;
      const value = text === null ? undefined : codecOf(declared, field).parse(text, format);
      const words = wordsOf(field.schema);
      const valid = value !== undefined && (!words || words.includes(String(value)));
      if (text !== null && !valid)
        context.addIssue({
          code: "custom",
          path: [field.name],
          message: `not ${codecOf(declared, field).expected(format)}`
        });
      if (text === null && !field.nullable) context.addIssue({code: "custom", path: [field.name], message: "empty"});
      row[field.name] = valid ? value : null;
    }
    if (row.currency != null && row.currency !== currency)
      context.addIssue({code: "custom", path: ["currency"], message: `not in ${currency}`});
    for (const rule of declared.rules ?? []) {
      if (!rule.test(row)) context.addIssue({code: "custom", path: [rule.field], message: rule.reason});
    }
    return row;
  });

import {z} from "zod";

const word = z.string().trim().min(1);
const value = z.union([z.string(), z.number(), z.boolean()]);
const bound = z.union([z.number(), z.string()]);

/** What a column of a customer must be: a value, one of several, null for nothing known, or bounds. */
const test = z.union([
  value,
  z.null(),
  z.array(value).min(1),
  z
    .strictObject({
      not: z
        .union([value, z.null(), z.array(value).min(1)])
        .optional()
        .describe("Anything but this."),
      at_least: bound.optional(),
      at_most: bound.optional(),
      above: bound.optional(),
      below: bound.optional(),
      within_days: z.int().min(0).optional().describe("A day within so many days before as_of, that day included."),
      older_than_days: z.int().min(0).optional().describe("A day earlier than that.")
    })
    .refine((bounds) => Object.keys(bounds).length > 0, "names no bound")
]);

export type AudienceTest = z.infer<typeof test>;

/** Columns of mart_customer_360 and what they must be, all at once; any, all and not hold rules in turn. */
export interface AudienceRule {
  [column: string]: AudienceTest | AudienceRule | AudienceRule[] | undefined;
}

const rule: z.ZodType<AudienceRule> = z.lazy(() =>
  z
    .object({any: z.array(rule).min(1).optional(), all: z.array(rule).min(1).optional(), not: rule.optional()})
    .catchall(test)
    .refine((conditions) => Object.keys(conditions).length > 0, "a rule without conditions is everybody; name a column")
) as z.ZodType<AudienceRule>;

export const purposes = ["email", "phone", "text", "none"] as const;

export const audiencesSchema = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-z][a-z0-9_]*$/, "a short name in lower case"),
      en: word,
      zh: word,
      where: rule.describe("Columns of mart_customer_360 and what they must be."),
      channel: z.enum(purposes).default("email").describe("How they will be reached: only who allows it is exported."),
      control_share: z.number().min(0).max(0.5).default(0).describe("Share held back at random, to measure the effect.")
    })
  )
  .default([])
  .superRefine((all, context) =>
    all.forEach((audience, i) => {
      const {name} = audience;
      if (all.findIndex((other) => other.name === name) < i)
        context.addIssue({
          code: "custom",
          path: [i, "name"],
          message: `a second audience "${name}"; give each a name of its own`
        });
      for (const lang of ["en", "zh"] as const) {
        const title = audience[lang];
        if (all.findIndex((other) => other[lang] === title) < i)
          context.addIssue({
            code: "custom",
            path: [i, lang],
            message: `a second audience is called "${title}"; call each its own, so that pages tell them apart`
          });
      }
    })
  )
  .describe("Saved segments.");

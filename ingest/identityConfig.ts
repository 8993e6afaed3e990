import {z} from "zod";
import {nearest} from "./nearest.ts";
import type {Source} from "./source.ts";

/** How one value of several is chosen: the latest, the one most records say, or that of the source trusted most. */
export const survivorshipRules = ["recent", "frequent", "trusted"] as const;
export type SurvivorshipRule = (typeof survivorshipRules)[number];

/**
 * The fields of the golden record, and by which rule each is chosen where records differ.
 *
 * Contact and care change, so the latest holds; what a person is born or founded with does not, so that what most records say is
 * rather no slip.
 */
export const usualSurvivorship = {
  customer_name: "frequent",
  given_name: "frequent",
  family_name: "frequent",
  company: "frequent",
  tax_id: "frequent",
  birth_date: "frequent",
  email: "recent",
  phone: "recent",
  street: "recent",
  postal_code: "recent",
  city: "recent",
  region: "recent",
  country: "frequent",
  acquisition_channel: "recent",
  owner: "recent",
  accepts_marketing: "recent"
} as const satisfies Record<string, SurvivorshipRule>;

export type GoldenField = keyof typeof usualSurvivorship;
export type Survivorship = Record<GoldenField, SurvivorshipRule>;

export const goldenFields = Object.keys(usualSurvivorship) as [GoldenField, ...GoldenField[]];

const rule = z.array(z.string()).min(1);
const values = z.array(z.string().min(1)).default([]);

/** Which records are one customer, and how these become one. */
export const identitySchema = z
  .strictObject({
    region: z
      .string()
      .regex(/^[A-Z]{2}$/, "invalid region; use an ISO 3166 code such as GB")
      .optional()
      .describe("Country of telephone numbers without a prefix; that of the company's currency when absent."),
    email: z
      .strictObject({
        dots: z.boolean().default(true).describe("j.doe@gmail.com is jdoe@gmail.com."),
        tags: z.boolean().default(true).describe("jane+news@example.com is jane@example.com.")
      })
      .prefault({})
      .describe("Which spellings of an address are one."),
    link_probability: z.number().gt(0.5).lt(1).default(0.9).describe("Pairs from here on are one customer."),
    review_probability: z.number().gt(0).lt(1).default(0.5).describe("Pairs from here on wait for review."),
    exclude: z
      .strictObject({email: values, phone: values, tax_id: values})
      .prefault({})
      .describe("Values that say nothing about who it is, * for any characters: test@*."),
    shared_after: z
      .int()
      .min(2)
      .default(5)
      .describe("A value that so many different names share says nothing about who it is."),
    one_to_one: values.describe("Sources without duplicates: no two of their records are one customer."),
    blocking: z
      .strictObject({person: z.array(rule).optional(), organisation: z.array(rule).optional()})
      .prefault({})
      .describe("Pairs with the same values in all columns of any rule are compared; the usual rules when absent."),
    decisions: z
      .string()
      .default("data/identity/decisions.csv")
      .describe("The steward's decisions, relative to the project folder."),
    survivorship: z
      .partialRecord(z.enum(goldenFields), z.enum(survivorshipRules))
      .default({})
      .transform((rules): Survivorship => ({...usualSurvivorship, ...rules}))
      .describe("Field → recent, frequent or trusted: which value counts where the records of a customer differ."),
    trusted: z
      .array(z.string())
      .default([])
      .describe("Sources for the rule trusted, the most trusted first; sources that are not named come after them.")
  })
  .refine(({link_probability, review_probability}) => review_probability <= link_probability, {
    path: ["review_probability"],
    error: "must not be above link_probability"
  })
  .prefault({});

/** The sources that a list of names means, in its order: a name of the configuration means all that its preset makes of it. */
export const namedSources = (names: readonly string[], sources: Readonly<Record<string, Source>>): string[] =>
  names.flatMap((name) => Object.keys(sources).filter((key) => key === name || sources[key]!.origin === name));

/** What is wrong with a list of names of sources; nothing where it names each once. */
export function namingProblem(names: readonly string[], sources: Readonly<Record<string, Source>>): string | null {
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i) return `duplicate source "${name}"; name it once`;
    if (namedSources([name], sources).length) continue;
    const known = [...new Set(Object.values(sources).map(({origin}) => origin))];
    const near = nearest(name, known);
    return `unknown source "${name}"${near ? `; did you mean "${near}"?` : ""} The sources are ${known.join(", ")}`;
  }
  return null;
}

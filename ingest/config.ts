import {z} from "zod";
import {isClickHouse} from "../warehouse/clickhouse/address.ts";
import {UserError} from "../warehouse/error.ts";
import {audiencesSchema} from "./audienceConfig.ts";
import {kindNames} from "./contracts/kinds.ts";
import {knownEncoding} from "./decoding/encoding.ts";
import {actionsSchema, basketsSchema, campaignsSchema, loyaltySchema, pipelineSchema} from "./growthConfig.ts";
import {identitySchema, namedSources, namingProblem} from "./identityConfig.ts";
import {nearest} from "./nearest.ts";
import {presetOf, presets} from "./presets/index.ts";
import {churnSchema, lifecycleSchema, valueSchema} from "./retentionConfig.ts";
import {abcSchema, rfmSchema} from "./rfmConfig.ts";
import {feedbackSchema, serviceSchema} from "./serviceConfig.ts";
import {sourcesOf} from "./source.ts";
import {zoneSchema} from "./zone.ts";

const sqlText = z.string().min(1).describe("DuckDB SQL over the file's headers, in double quotes.");
const currency = z.string().regex(/^[A-Z]{3}$/, "invalid currency; use an ISO 4217 code such as GBP");

const pattern = z
  .string()
  .refine(
    (text) => text.includes("%") && !text.includes("%Z"),
    "a strptime pattern such as %d/%m/%Y, with %z for an offset; zone names (%Z) are not read"
  );

const globs = z.union([z.string(), z.array(z.string()).min(1)]);

/** One export: which files, and either of which kind with how its columns become the contract's fields, or the preset that knows. */
export const sourceSchema = z
  .strictObject({
    kind: z.enum(kindNames).optional().describe("Kind of export: its contract."),
    preset: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .describe("Name of a known export, instead of kind; of several, each file goes to the one that it fits."),
    files: globs.describe("Globs relative to the project folder, later ones before earlier ones; !glob leaves out."),
    entries: globs.optional().describe("Globs of the members of archives; all of them when absent."),
    sheet: globs.optional().describe("Names of sheets, * for all; the first with rows when absent."),
    records: z.string().optional().describe("Key of the list in a JSON document; found when there is one."),
    optional: z.boolean().optional().describe("No file is no error."),
    mode: z
      .enum(["append", "snapshot"])
      .optional()
      .describe("snapshot: every file is a full export, and only the latest one counts."),
    drift: z
      .enum(["evolve", "freeze"])
      .optional()
      .describe("freeze: a file whose columns are not those of the last one is refused."),
    encoding: z
      .string()
      .refine(knownEncoding, {
        error: (issue) => `unknown encoding "${String(issue.input)}"; use e.g. utf-8, gb18030, utf-16le`
      })
      .optional()
      .describe("Found in the file when absent."),
    delimiter: z.enum([",", ";", "\t", "|", "whitespace"]).optional().describe("Found in the file when absent."),
    skip: z.int().min(0).max(99).optional().describe("Records above the header; found when absent."),
    header: z
      .int()
      .min(0)
      .max(9)
      .optional()
      .describe("Records of the header, of which the first names the columns; found when absent."),
    columns: z.array(z.string().min(1)).optional().describe("Names of the columns where the file has no header."),
    map: z
      .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
      .optional()
      .describe("Field → header, or headers in order of preference."),
    fixed: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe("Field → the same value in every row."),
    derive: z.record(z.string(), sqlText).optional().describe("Field → SQL over the file's headers."),
    cancelled: sqlText.optional().describe("Condition that marks a cancelled order."),
    returned: sqlText.optional().describe("Condition that marks a returned line."),
    set_aside: z
      .record(z.string(), sqlText)
      .optional()
      .describe("Rule name → condition: rows that are counted, kept out, and no error."),
    fill_down: z.array(z.string()).optional().describe("Headers whose empty cells mean the value above."),
    dates: z
      .union([pattern, z.array(pattern).min(1)])
      .optional()
      .describe("strptime patterns; ISO 8601 when absent."),
    keys: z
      .string()
      .regex(/^[a-z0-9_-]+$/, "a short name in lower case")
      .optional()
      .describe("Namespace of the source's keys, where another source uses the same ones for something else."),
    zone: zoneSchema.optional().describe("Zone of times without an offset; the company's when absent."),
    decimal: z.enum([".", ","]).optional().describe("Decimal mark; a point when absent."),
    currency: currency.optional().describe("Currency of the amounts; must be the company's."),
    nulls: z.array(z.string()).optional().describe("Cells that mean nothing is known."),
    max_rejected_share: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe("A file with a greater share of bad rows is refused whole; 0.1 when absent.")
  })
  .superRefine(({kind, preset}, context) => {
    if ((kind === undefined) === (preset === undefined)) {
      const message = kind ? "kind and preset exclude each other; keep one of them" : "needs kind or preset";
      context.addIssue({code: "custom", message});
    }
    for (const name of [preset ?? []].flat()) {
      if (presetOf(name)) continue;
      const near = nearest(
        name,
        presets.map(({name}) => name)
      );
      const message = `unknown preset "${name}"${near ? `; did you mean "${near}"?` : ""} The presets are ${presets.map(({name}) => name).join(", ")}`;
      context.addIssue({code: "custom", path: ["preset"], message});
    }
  });

/** Where the embedded DuckDB is, relative to the project folder, unless the configuration names another file. */
export const embeddedFile = "data/warehouse.duckdb";

/** What a company says about itself, once. */
export const configSchema = z
  .strictObject({
    company: z.strictObject({
      name: z.string().min(1),
      zone: zoneSchema.default("UTC").describe("Zone of the business days."),
      currency: currency.describe("Currency of every amount on the site.")
    }),
    sources: z
      .record(z.string().regex(/^[a-z][a-z0-9_]*$/, "a source name is lower_snake_case"), sourceSchema)
      .refine((s) => Object.keys(s).length > 0, "at least one source"),
    as_of: z.iso
      .date()
      .or(z.iso.datetime({offset: true}))
      .optional()
      .describe("Compute as of this day's end or instant; the last event loaded when absent."),
    warehouse: z
      .string()
      .default(embeddedFile)
      .describe(
        "File, relative to the project folder; or a ClickHouse that builds the models, clickhouse://user@host:8123/database."
      ),
    stage: z
      .strictObject({
        folder: z.string().min(1).describe("Folder that the nodes can read too: a mounted bucket, a share."),
        address: z
          .string()
          .regex(
            /^(https?|s3):\/\/[^\s'"\\]+$/,
            "an address such as s3://bucket/perennial or https://files.example/perennial"
          )
          .describe("Where the nodes find that folder.")
      })
      .optional()
      .describe("Where large tables wait for ClickHouse; they are sent over HTTP when absent."),
    memory: z
      .string()
      .regex(/^\d+(\.\d+)?\s?(MB|GB)$/i, 'invalid memory; write e.g. "2GB"')
      .default("2GB")
      .describe("DuckDB's memory limit."),
    slices: z
      .int()
      .min(1)
      .max(256)
      .optional()
      .describe("Slices of customers in which large models are built; by rows and memory when absent."),
    rfm: rfmSchema,
    abc: abcSchema,
    lifecycle: lifecycleSchema,
    churn: churnSchema,
    value: valueSchema,
    service: serviceSchema,
    feedback: feedbackSchema,
    pipeline: pipelineSchema,
    campaigns: campaignsSchema,
    loyalty: loyaltySchema,
    baskets: basketsSchema,
    audiences: audiencesSchema,
    actions: actionsSchema,
    identity: identitySchema.describe("How the records of one customer are found and become one."),
    publish: z
      .strictObject({
        personal: z
          .array(z.enum(["customer_name", "email", "phone", "owner"]))
          .default([])
          .describe("Personal columns that may appear on the site."),
        min_cell: z.int().min(0).default(10).describe("Cells with fewer customers are withheld; 0 shows all."),
        pseudonym_key: z
          .string()
          .min(8)
          .optional()
          .describe("Secret mixed into customer keys; made and kept beside the warehouse when absent.")
      })
      .prefault({})
  })
  .superRefine(({company, sources, warehouse, stage}, context) => {
    if (stage && !isClickHouse(warehouse))
      context.addIssue({
        code: "custom",
        path: ["stage"],
        message: "only a ClickHouse fetches from it; name one as warehouse, or leave this out"
      });
    for (const [name, {currency}] of Object.entries(sources)) {
      if (currency === undefined || currency === company.currency) continue;
      const message = `amounts in ${currency}, but the company's currency is ${company.currency}; convert them with derive, then leave this key out`;
      context.addIssue({code: "custom", path: ["sources", name, "currency"], message});
    }
  })
  .transform((config, context) => {
    try {
      const sources = sourcesOf(config.sources);
      const identity = {...config.identity};
      for (const key of ["trusted", "one_to_one"] as const) {
        const problem = namingProblem(identity[key], sources);
        if (problem) context.addIssue({code: "custom", path: ["identity", key], message: problem});
        identity[key] = namedSources(identity[key], sources);
      }
      return {...config, sources, identity};
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      context.addIssue({code: "custom", path: ["sources"], message: error.message});
      return z.NEVER;
    }
  });

export type SourceInput = z.infer<typeof sourceSchema>;
export type Config = z.infer<typeof configSchema>;
/** What `perennial.config.ts` may say. */
export type ConfigInput = z.input<typeof configSchema>;

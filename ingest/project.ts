import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {randomBytes} from "node:crypto";
import {dirname, join, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {createJiti} from "jiti";
import type {z} from "zod";
import {UserError, messageOf} from "../warehouse/error.ts";
import {clickhouseAddress, isClickHouse, type ClickHouseAddress} from "../warehouse/clickhouse/address.ts";
import {configSchema, embeddedFile, type Config} from "./config.ts";

/** A company's own folder: its configuration, exports, warehouse and site. */
export interface Project {
  dir: string;
  config: Config;
  /** The embedded DuckDB: what ingest loads, what pages and commands read. */
  warehouse: string;
  /** The ClickHouse on which models are built, where one is configured. */
  clickhouse?: ClickHouseAddress;
  /** Working files that can be deleted at any time. */
  scratch: string;
  dist: string;
}

const home = fileURLToPath(new URL(".", import.meta.url));
export const configName = "perennial.config.ts";

/** Reads and checks `perennial.config.ts` of a folder. Throws a UserError that names the key. */
export async function openProject(folder: string): Promise<Project> {
  const dir = resolve(folder);
  const file = join(dir, configName);
  if (!existsSync(file))
    throw new UserError(
      `config: missing ${file}; "perennial init --from DIR" writes one for a folder of exports, or name the company's folder with --project`
    );
  const config = parseConfig(await load(file), configName);
  return {
    dir,
    config,
    ...warehouseOf(dir, config),
    scratch: join(dir, ".perennial"),
    dist: join(dir, "dist")
  };
}

function warehouseOf(dir: string, {warehouse, stage}: Config): Pick<Project, "warehouse" | "clickhouse"> {
  if (!isClickHouse(warehouse)) return {warehouse: resolve(dir, warehouse)};
  const address = clickhouseAddress(warehouse);
  return {
    warehouse: resolve(dir, embeddedFile),
    clickhouse: {...address, ...(stage && {stage: {...stage, folder: resolve(dir, stage.folder)}})}
  };
}

async function load(file: string): Promise<unknown> {
  const jiti = createJiti(import.meta.url, {
    moduleCache: false,
    fsCache: false,
    alias: {perennial: join(home, "perennial.ts")}
  });
  try {
    return await jiti.import(file, {default: true});
  } catch (error) {
    throw new UserError(`config: ${placeOf(error, dirname(file))} cannot be read: ${saidBy(error)}; mend it`);
  }
}

/** The file of the folder in which an error arose, with its line; the configuration where the error does not say. */
function placeOf(error: unknown, dir: string): string {
  const text = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
  for (const line of text.split("\n")) {
    const [, path] = line.split(`${dir}${sep}`);
    const [, name, number] = /^(.+?):(\d+)(?::\d+)?\)?$/.exec(path ?? "") ?? [];
    if (name && !name.includes("node_modules")) return `${name}, line ${number},`;
  }
  return configName;
}

const saidBy = (error: unknown): string =>
  messageOf(error)
    .replace(/^ParseError: /, "")
    .split("\n")[0]!
    .trim()
    .replace(/\.$/, "") || "it throws an error without words";

/** Checks a configuration. Throws a UserError with one line per problem. */
export function parseConfig(value: unknown, where: string): Config {
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError(parsed.error.issues.map((issue) => `config: ${where}: ${describe(issue)}`).join("\n"));
}

function describe(issue: z.core.$ZodIssue): string {
  const key = issue.path.join(".") || "the default export";
  if (issue.code === "unrecognized_keys") {
    return `unknown key "${[...issue.path, issue.keys[0]].join(".")}"; remove it or mend its spelling`;
  }
  return `${key}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
}

/** The secret of the pseudonyms: configured, or made once and kept beside the warehouse. */
export function pseudonymKey({config, warehouse}: Project): string {
  if (config.publish.pseudonym_key) return config.publish.pseudonym_key;
  const file = join(dirname(warehouse), "pseudonym.key");
  if (!existsSync(file)) {
    mkdirSync(dirname(file), {recursive: true});
    // Written beside and renamed: a kill must not leave half a secret.
    writeFileSync(`${file}.new`, randomBytes(24).toString("hex"), {mode: 0o600});
    renameSync(`${file}.new`, file);
  }
  const key = readFileSync(file, "utf8").trim();
  if (key.length >= 8) return key;
  throw new UserError(
    `config: ${file} holds no secret of 8 characters; restore it, or delete it and accept new customer keys`
  );
}

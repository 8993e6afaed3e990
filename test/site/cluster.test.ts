import {execFile} from "node:child_process";
import {createHash} from "node:crypto";
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {servedNames} from "../../cli/served.ts";
import {models} from "../../models/index.ts";
import type {Model} from "../../models/model.ts";
import {sliceSql} from "../../models/slices.ts";
import {clickhouseAddress} from "../../warehouse/clickhouse/address.ts";
import {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {startNode, type BridgeNode} from "../clickhouse/bridge/startNode.ts";
import {isInexact} from "../clickhouse/inexact.ts";

const why = process.env.PERENNIAL_NO_CHDB;
const command = fileURLToPath(new URL("../../cli/perennial.js", import.meta.url));
const run = promisify(execFile);

/** What a command prints, without how long it took. */
const told = async (...words: string[]): Promise<string> => {
  const {stdout} = await run(process.execPath, [command, ...words], {maxBuffer: 1e8, timeout: 600_000});
  return stdout.replace(/\(\d+\.\d+ s\)/g, "");
};

/** Every file of a folder with the identity of its content. */
const prints = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => join(parentPath, name))
      .map((file) => [file.slice(folder.length + 1), createHash("sha256").update(readFileSync(file)).digest("hex")])
  );

describe.skipIf(why)("the sample built on a ClickHouse of two nodes", () => {
  const built = dirname(process.env.PERENNIAL_DIST!);
  const folder = mkdtempSync(join(tmpdir(), "perennial-cluster-"));
  const [company, embedded] = [join(folder, "company"), join(folder, "embedded")];
  let nodes: BridgeNode[] = [];
  let address: string;
  beforeAll(async () => {
    nodes = await Promise.all([startNode(), startNode()]);
    address = `clickhouse://${nodes.map(({port}) => `127.0.0.1:${port}`).join(",")}/shop`;
    const config = readFileSync(join(built, "perennial.config.ts"), "utf8");
    for (const copy of [company, embedded]) {
      cpSync(join(built, "data"), join(copy, "data"), {recursive: true});
      writeFileSync(join(copy, "perennial.config.ts"), config);
    }
    writeFileSync(
      join(company, "perennial.config.ts"),
      config.replace("defineConfig({", `defineConfig({\n  warehouse: "${address}",`)
    );
    const [, made, unchanged] = /(\d+) models built, (\d+) unchanged/.exec(await told("build", "--project", company))!;
    expect(Number(made) + Number(unchanged)).toBe(models.length);
    // What reads nothing but the configuration is there already.
    expect(Number(unchanged)).toBeLessThan(3);
  }, 600_000);
  afterAll(async () => {
    for (const node of nodes) await node.close();
    rmSync(folder, {recursive: true});
  });

  it("has the same rows in all relations that pages and commands read, to the bit", async () => {
    const warehouse = await Warehouse.open(":memory:");
    for (const [name, folder] of Object.entries({embedded, company}))
      await warehouse.run(`attach '${join(folder, "data/warehouse.duckdb")}' as ${name} (read_only)`);
    const tables = await warehouse.rows<{name: string; ours: string; theirs: string}>(
      `select name, ours.name || '@' || ours.fingerprint as ours, theirs.name || '@' || theirs.fingerprint as theirs
       from embedded.ledger.models as theirs join company.ledger.models as ours using (name)
       where ours.name || '@' || ours.fingerprint in
         (select table_name from duckdb_tables() where database_name = 'company' and schema_name = 'store')`
    );
    const here = new Set(tables.map(({name}) => name));
    expect([...servedNames()].filter((name) => !here.has(name))).toEqual([]);
    const differing = [];
    for (const model of models) {
      const table = tables.find(({name}) => name === model.name);
      if (!table) continue;
      const exact = columnsOf(model.columns).filter(({name}) => !isInexact(model.name, name));
      const list = exact.map(({name}) => `"${name}"`).join(", ");
      const ours = `select ${list} from company.store."${table.ours}"`;
      const theirs = `select ${list} from embedded.store."${table.theirs}"`;
      const {n} = await warehouse.row<{n: number}>(
        `select (select count(*) from (${ours} except all ${theirs})) + (select count(*) from (${theirs} except all ${ours})) as n`
      );
      if (n) differing.push(`${model.name}: ${n} rows`);
    }
    warehouse.close();
    expect(differing).toEqual([]);
  });

  it("has made what is local to a customer on both nodes, each its own customers", async () => {
    const cluster = await Cluster.open(clickhouseAddress(address));
    try {
      const held = await cluster.everywhere((node) =>
        node.rows<{name: string}>("select name from system.tables where database = 'shop_store'")
      );
      for (const {name, shard, grain} of models as readonly Model[]) {
        // A grain without the customer is made where it can be checked.
        if (!shard || !grain.includes(shard)) continue;
        for (const [k, tables] of held.entries()) {
          const part = tables.find((table) => table.name.startsWith(`${name}@`) && table.name.endsWith(`#${k + 1}of2`));
          const [row] = await cluster.nodes[k]!.rows<{strays: number}>(
            `select count(*) as strays from shop_store."${part!.name}" where not (${sliceSql(shard, k, 2)})`
          );
          expect({name, k, ...row}).toEqual({name, k, strays: 0});
        }
      }
    } finally {
      await cluster.close();
    }
  });

  it("passes all checks, and its commands say the same", async () => {
    expect(await told("check", "--project", company)).toMatch(/\d+ checks passed/);
    const warehouse = await Warehouse.open(join(company, "data/warehouse.duckdb"), {readOnly: true});
    const {ticket_id} = await warehouse.row<{ticket_id: string}>(
      "select min(ticket_id) as ticket_id from int_ticket_step"
    );
    warehouse.close();
    for (const words of [["identity"], ["ticket", ticket_id]])
      expect(await told(...words, "--project", company)).toBe(await told(...words, "--project", embedded));
  });

  it("has the same site, but for how long models took", async () => {
    await told("site", "--project", company);
    const [ours, theirs] = [prints(join(company, "dist")), prints(process.env.PERENNIAL_DIST!)];
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    const other = [...ours].filter(([file, print]) => theirs.get(file) !== print).map(([file]) => file);
    expect(other.filter((file) => !/(^|\/)health(\.|\/)/.test(file))).toEqual([]);
  });
});

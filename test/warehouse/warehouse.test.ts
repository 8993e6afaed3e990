import {spawn} from "node:child_process";
import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {once} from "node:events";
import {expect, it} from "vitest";
import {Warehouse} from "../../warehouse/warehouse.ts";

const folder = () => mkdtempSync(join(tmpdir(), "perennial-"));

it("a warehouse that another process holds is refused with that process's number", async () => {
  const path = join(folder(), "w.duckdb");
  const script = `const {DuckDBInstance} = require("@duckdb/node-api"); DuckDBInstance.create(${JSON.stringify(path)}).then(async (i) => { await i.connect(); console.log("open"); setInterval(() => {}, 1000); });`;
  const holder = spawn(process.execPath, ["-e", script], {stdio: ["ignore", "pipe", "inherit"]});
  await once(holder.stdout, "data");
  await expect(Warehouse.open(path)).rejects.toThrow(
    new RegExp(`w\\.duckdb is in use by process ${holder.pid}; wait for it to end`)
  );
  holder.kill("SIGKILL");
});

it("a file that is no warehouse is refused and left as it is", async () => {
  const path = join(folder(), "w.duckdb");
  writeFileSync(path, "not a database ".repeat(1000));
  await expect(Warehouse.open(path)).rejects.toThrow(/is not a DuckDB file/);
});

it("reading only needs a warehouse that is there", async () => {
  await expect(Warehouse.open(join(folder(), "none.duckdb"), {readOnly: true})).rejects.toThrow(
    /missing .*none\.duckdb; load exports first/
  );
});

it("a transaction that fails leaves nothing behind", async () => {
  const warehouse = await Warehouse.open(":memory:");
  await expect(
    warehouse.transaction(async () => {
      await warehouse.run("create table t (a integer)");
      throw new Error("stop");
    })
  ).rejects.toThrow("stop");
  expect(await warehouse.rows("select table_name from duckdb_tables()")).toEqual([]);
  warehouse.close();
});

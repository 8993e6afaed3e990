import {spawn} from "node:child_process";
import {once} from "node:events";
import {rmSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";
import {loads} from "../../ingest/ledger.ts";
import {makeProject} from "../ingest/project.ts";

const home = fileURLToPath(new URL("../..", import.meta.url));
const config = `import {defineConfig} from "perennial";
export default defineConfig({
  company: {name: "Corner Shop", zone: "UTC", currency: "GBP"},
  sources: {till: {kind: "orders", files: "till.csv"}},
  publish: {pseudonym_key: "corner-shop"}
});
`;

// 2026-11-22: `perennial ingest --history | head -1` ended with the stack of an EPIPE.
it("a command whose reader has gone does its work, says nothing of it and ends with 0", async () => {
  const {project, open} = makeProject(
    {till: {kind: "orders", files: "till.csv"}},
    {"till.csv": "order_id,ordered_at,total\n1,2026-01-05,2\n", "perennial.config.ts": config}
  );
  for (const words of [["ingest"], ["ingest", "--history"]]) {
    const child = spawn(process.execPath, ["cli/perennial.js", ...words, "--project", project.dir], {cwd: home});
    child.stdout.destroy();
    let told = "";
    child.stderr.on("data", (chunk) => (told += String(chunk)));
    const [code] = (await once(child, "close")) as [number | null];
    expect([words, code, told]).toEqual([words, 0, ""]);
  }
  project.warehouse = `${project.dir}/data/warehouse.duckdb`;
  const warehouse = await open();
  expect((await loads(warehouse)).map(({file}) => file)).toEqual(["till.csv"]);
  warehouse.close();
  rmSync(project.dir, {recursive: true});
});

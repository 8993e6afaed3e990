import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {randomLcg, randomUniform} from "d3";
import {expect, it} from "vitest";
import {models} from "../../models/index.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

const bin = fileURLToPath(new URL("../../cli/perennial.js", import.meta.url));
const config = `export default {
  company: {name: "Kill", currency: "GBP"},
  sources: {lines: {kind: "order_lines", files: "lines-*.csv", max_rejected_share: 0.5}},
  publish: {pseudonym_key: "kill-test"}
};
`;

/** A folder with three files of some thousand lines, one of them with bad rows. */
function company(): string {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  const random = randomUniform.source(randomLcg(3))(0, 1);
  writeFileSync(join(dir, "perennial.config.ts"), config);
  for (const file of [1, 2, 3]) {
    const rows = Array.from({length: 20_000}, (_, i) => {
      const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
      const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
      return `${file}-${i},c${Math.floor(random() ** 2 * 400)},2025-${month}-${day},${i % 997 ? 1 : "x"},${(random() * 50).toFixed(2)}`;
    });
    writeFileSync(
      join(dir, `lines-${file}.csv`),
      `order_id,customer_key,ordered_at,quantity,unit_price\n${rows.join("\n")}\n`
    );
  }
  return dir;
}

/** Runs a command; where `killAfter` is said, kills it so many milliseconds after it first writes. Gives whether it came to its end. */
async function run(dir: string, command: string, killAfter?: number): Promise<boolean> {
  const log = join(dir, "data/warehouse.duckdb.wal");
  const child = spawn(process.execPath, [bin, command, "--project", dir], {stdio: "ignore"});
  const before = existsSync(log) ? statSync(log).mtimeMs : 0;
  const watch = setInterval(() => {
    if (killAfter === undefined || !existsSync(log) || statSync(log).mtimeMs === before) return;
    clearInterval(watch);
    setTimeout(() => child.kill("SIGKILL"), killAfter);
  }, 2);
  const [code] = (await once(child, "exit")) as [number | null];
  clearInterval(watch);
  return code === 0;
}

/** A digest of every mart's rows and of what the ledger says of loads. */
async function contents(dir: string): Promise<Record<string, unknown>> {
  const warehouse = await Warehouse.open(join(dir, "data/warehouse.duckdb"), {readOnly: true});
  const digests: Record<string, unknown> = {};
  for (const {name} of models) {
    digests[name] = await warehouse.row(
      `select count(*) as rows, bit_xor(hash(t)) as digest from (select columns(c -> c <> 'load_id') from "${name}") as t`
    );
  }
  digests.loads = await warehouse.rows(
    "select file, rows_read, rows_loaded, rows_rejected from ledger.loads order by file"
  );
  digests.rejects = await warehouse.row("select count(*) as rows from ledger.rejects");
  warehouse.close();
  return digests;
}

it("a run that is killed at any moment is put right by the next one", {timeout: 300_000}, async () => {
  const [calm, rough] = [company(), company()];
  expect([await run(calm, "ingest"), await run(calm, "build")]).toEqual([true, true]);
  const random = randomUniform.source(randomLcg(17))(0, 1);
  const ended: boolean[] = [];
  for (const command of ["ingest", "ingest", "ingest", "build", "build", "build"]) {
    ended.push(await run(rough, command, random() * (command === "ingest" ? 250 : 600)));
  }
  expect(ended.filter((done) => !done).length).toBeGreaterThanOrEqual(3);
  expect([await run(rough, "ingest"), await run(rough, "build")]).toEqual([true, true]);
  expect(await contents(rough)).toEqual(await contents(calm));
});

import {execFile} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";

const home = fileURLToPath(new URL("../..", import.meta.url));

const perennial = (cwd: string, ...args: string[]): Promise<{code: number; out: string; err: string}> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(home, "cli/perennial.js"), ...args], {cwd}, (error, out, err) =>
      resolve({code: typeof error?.code === "number" ? error.code : 0, out, err})
    );
  });

function exportsOf(...fixtures: string[]): string {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  mkdirSync(join(dir, "exports"));
  for (const fixture of fixtures) {
    const bytes = readFileSync(join(home, "test/ingest/presets/fixtures", fixture));
    writeFileSync(join(dir, "exports", fixture.split("/")[1]!), bytes);
  }
  return dir;
}

it("init writes a configuration from a folder of exports, and names the next command, which works", async () => {
  const dir = exportsOf("shopify-orders/orders_export_1.csv", "zendesk-tickets/tickets_full.csv");
  writeFileSync(join(dir, "exports/page.csv"), "<html>");
  const made = await perennial(dir, "init", "--from", "exports", "--currency", "GBP");
  expect(made).toMatchObject({code: 0});
  expect(made.out).toContain("2 sources from 3 files");
  expect(made.out).toContain("shopify_orders: shopify-orders, 1 file");
  expect(made.out).toContain("exports/page.csv: left out: a web page or XML");
  const next = /next: perennial (.*)/.exec(made.out)![1]!.split(" ");
  expect(next).toEqual(["run", "--project", "."]);
  const loaded = await perennial(dir, "ingest", ...next.slice(1));
  expect([loaded.code, loaded.out]).toEqual([0, expect.stringContaining("2 files loaded")]);
});

it("init writes nothing where the currency is in doubt, or over a configuration", async () => {
  const dir = exportsOf("zendesk-tickets/tickets_full.csv");
  const doubtful = await perennial(dir, "init", "--from", "exports");
  expect([doubtful.code, doubtful.err]).toEqual([1, expect.stringContaining("say the company's with --currency")]);
  expect(existsSync(join(dir, "perennial.config.ts"))).toBe(false);
  writeFileSync(join(dir, "perennial.config.ts"), "mine");
  const again = await perennial(dir, "init", "--from", "exports", "--currency", "GBP");
  expect([again.code, again.err]).toEqual([1, expect.stringContaining("write over it with --force")]);
  const forced = await perennial(dir, "init", "--from", "exports", "--currency", "GBP", "--force");
  expect(forced).toMatchObject({code: 0});
});

it("ingest --explain tells of a file what it is, without a project", async () => {
  const dir = exportsOf("shopify-orders/orders_export_1.csv");
  const {code, out} = await perennial(dir, "ingest", "--explain", "exports/orders_export_1.csv", "--project", dir);
  expect(code).toBe(0);
  expect(out).toContain("shopify-orders (Shopify)");
  expect(out).toMatch(/ordered_at +← Created at +time/);
  expect(existsSync(join(dir, ".perennial"))).toBe(false);
});

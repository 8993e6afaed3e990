import {execFile} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";
import {commands} from "../../cli/commands.ts";

const home = fileURLToPath(new URL("../..", import.meta.url));
const bin = join(home, "cli/perennial.js");

interface Ended {
  code: number;
  out: string;
  err: string;
}

const perennial = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], {cwd: tmpdir()}, (error, out, err) =>
      resolve({code: typeof error?.code === "number" ? error.code : 0, out, err})
    );
  });

/** A company's folder anywhere on disk. */
function company(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(dir, name), contents);
  return dir;
}

const config = `import {defineConfig} from "perennial";
export default defineConfig({
  company: {name: "Corner Shop", zone: "Europe/Paris", currency: "EUR"},
  sources: {till: {kind: "order_lines", files: "till.csv"}},
  publish: {pseudonym_key: "corner-shop"}
});
`;
const till = `order_id,customer_key,ordered_at,quantity,unit_price
1,a,2026-01-05 10:00:00,2,5.00
2,b,2026-02-06 10:00:00,1,7.50
3,a,2026-02-07 10:00:00,1,-1
4,a,2026-03-01 00:30:00,1,10
`;

it("every command explains itself", async () => {
  for (const command of Object.keys(commands)) {
    const {code, out} = await perennial(command, "--help");
    expect([command, code]).toEqual([command, 0]);
    expect(out).toContain(`Usage: perennial ${command}`);
  }
});

it("an unknown command or option ends with 2 and says where help is", async () => {
  const command = await perennial("ingset");
  expect([command.code, command.err]).toEqual([2, expect.stringContaining("Did you mean ingest?")]);
  const option = await perennial("ingest", "--projct", ".");
  expect([option.code, option.err]).toEqual([2, expect.stringContaining("--project")]);
});

it("a folder without a config ends with 1 and one line", async () => {
  const {code, err} = await perennial("ingest", "--project", company({}));
  expect(code).toBe(1);
  expect(err).toMatch(
    /^config: missing .*perennial\.config\.ts; "perennial init --from DIR" writes one for a folder of exports, or name the company's folder with --project\n$/
  );
});

it("a config with a mistake ends with 1 and names the key", async () => {
  const dir = company({"perennial.config.ts": config.replace('currency: "EUR"', 'currency: "euro"'), "till.csv": till});
  const {code, err} = await perennial("ingest", "--project", dir);
  expect([code, err]).toEqual([1, expect.stringContaining("company.currency: invalid currency")]);
});

it("ingest, build and check work on a company's own folder, and say what was rejected", async () => {
  const dir = company({"perennial.config.ts": config, "till.csv": till.repeat(1)});
  writeFileSync(
    join(dir, "perennial.config.ts"),
    config.replace('files: "till.csv"', 'files: "till.csv", max_rejected_share: 0.5')
  );
  const loaded = await perennial("ingest", "--project", dir);
  expect(loaded.code).toBe(0);
  expect(loaded.out).toContain("till.csv → order_lines: 3 of 4 rows, 1 rejected");
  expect(loaded.out).toContain('till.csv line 4: unit_price: "-1" negative price');
  const unbuilt = await perennial("check", "--project", dir);
  expect([unbuilt.code, unbuilt.err]).toEqual([1, expect.stringContaining('run "perennial build"')]);
  expect((await perennial("build", "--project", dir)).code).toBe(0);
  const checked = await perennial("check", "--project", dir);
  expect([checked.code, checked.out]).toEqual([0, expect.stringMatching(/check +\d+ checks passed/)]);
  const again = await perennial("build", "--project", dir);
  expect(again.out).toMatch(/build +0 models built, \d+ unchanged/);
});

it("a failed run leaves the last good site untouched", async () => {
  const dir = company({"perennial.config.ts": config, "till.csv": till.replace("-1", "1")});
  expect(await perennial("run", "--no-serve", "--project", dir)).toMatchObject({code: 0});
  const index = readFileSync(join(dir, "dist/index.html"), "utf8");
  writeFileSync(join(dir, "till.csv"), "not,what,it,was\n1,2,3,4\n");
  const failed = await perennial("run", "--no-serve", "--project", dir);
  expect([failed.code, failed.err]).toEqual([1, expect.stringContaining('till.csv: missing column "order_id"')]);
  expect(readFileSync(join(dir, "dist/index.html"), "utf8")).toBe(index);
  expect(existsSync(join(dir, "dist.next"))).toBe(false);
});

it("a base in which nothing has happened yet is not built, and says what is needed", async () => {
  const customers = config.replace('kind: "order_lines"', 'kind: "customers"');
  const dir = company({"perennial.config.ts": customers, "till.csv": "customer_key,email\na,a@example.org\n"});
  expect((await perennial("ingest", "--project", dir)).code).toBe(0);
  const {code, err} = await perennial("build", "--project", dir);
  expect([code, err]).toEqual([1, expect.stringContaining("build: no order, ticket or answer is loaded yet")]);
});

import {execFile} from "node:child_process";
import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {expect, it} from "vitest";

const bin = fileURLToPath(new URL("../../cli/perennial.js", import.meta.url));

it("lines in several formats come to the same sums as by hand, and the target is judged", async () => {
  const dir = mkdtempSync(join(tmpdir(), "perennial-bench-"));
  const {stdout} = await promisify(execFile)(process.execPath, [
    bin,
    "bench",
    "--mix",
    "--lines",
    "1500",
    "--dir",
    dir
  ]);
  const rows = stdout.split("\n").filter((line) => /same sums/i.test(line));
  expect(rows.map((line) => /(CSV in GBK|NDJSON|CSV, gzipped) /.exec(line)?.[1])).toEqual([
    "CSV in GBK",
    "NDJSON",
    "CSV, gzipped"
  ]);
  expect(rows.filter((line) => line.includes("NOT"))).toEqual([]);
  expect(stdout).toMatch(/the mix .* target ≤ 2 ×: (met|MISSED)/);
});

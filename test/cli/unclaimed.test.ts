import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {makeProject} from "../ingest/project.ts";
import {runHere} from "./runHere.ts";

const config = (source: string) => `import {defineConfig} from "perennial";
export default defineConfig({
  company: {name: "Corner Shop", zone: "UTC", currency: "GBP"},
  sources: {${source}: {kind: "orders", files: "till-*.csv"}},
  publish: {pseudonym_key: "corner-shop"}
});
`;

it("ingest says which loads no source finds any more, and how to take them back", async () => {
  const files = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((n) => [`till-${n}.csv`, `order_id,ordered_at,total\n${n},2026-01-05,2\n`])
  );
  const {project} = makeProject(
    {till: {kind: "orders", files: "till-*.csv"}},
    {...files, "perennial.config.ts": config("till")}
  );
  const first = await runHere("ingest", "--project", project.dir);
  expect([first.code, first.out]).toEqual([0, expect.not.stringContaining("any more")]);
  writeFileSync(join(project.dir, "perennial.config.ts"), config("counter"));
  const {code, out} = await runHere("ingest", "--project", project.dir);
  expect(code).toBe(0);
  const told = out.split("\n").filter((line) => line.includes("any more") || line.includes("more such"));
  expect(told.length).toBe(6);
  expect(told[0]!.trim()).toBe(
    'till-1.csv: no source till finds it any more, and it still counts (1 row); "perennial ingest --undo 000001" takes it back'
  );
  expect(told[5]!.trim()).toBe('… and 2 more such loads; "perennial ingest --history" lists the loads');
  expect((await runHere("ingest", "--undo", "1", "--project", project.dir)).code).toBe(0);
  expect((await runHere("ingest", "--project", project.dir)).out).toContain("till-2.csv: no source till");
});

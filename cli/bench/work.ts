import {join} from "node:path";
import {quote} from "../../ingest/codecs/codec.ts";
import {ingest} from "../../ingest/ingest.ts";
import {openProject} from "../../ingest/project.ts";
import {build} from "../../models/build.ts";
import {models} from "../../models/index.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {columnsOf, lineSums, lineTypes, linesSql} from "./data.ts";
import type {Part} from "./part.ts";
import {plainTables} from "./plain.ts";

/** What is measured: work over a bench's folder that gives seconds by table or file, and SQL of what must come out equal. */
export interface Work {
  run: (warehouse: Warehouse, dir: string, parts: readonly Part[]) => Promise<Record<string, number>>;
  sums: (parts: readonly Part[]) => [name: string, sql: string][];
}

const sumsSql = (same: string, rows: string) => `select (${same})::varchar as sums from ${rows} as t`;
const sumsOfTables: Work["sums"] = () => plainTables.map(({name, same}) => [name, sumsSql(same, `"${name}"`)]);

const ours: Record<"ingest" | "build", Work> = {
  ingest: {
    run: async (warehouse, dir, parts) => {
      const files: Record<string, number> = {};
      let [at, done] = [performance.now(), 0];
      // Each report ends the file before it.
      const progress = (_: string, next: number) => {
        const now = performance.now();
        if (next > done) files[parts[done]!.file] = (now - at) / 1000;
        [at, done] = [now, next];
      };
      const {failed} = await ingest(warehouse, await openProject(dir), {progress});
      if (failed.length) throw new Error(failed[0]!.message);
      await warehouse.run("checkpoint");
      return files;
    },
    sums: (parts) =>
      parts.map(({file, what}) => {
        const rows = `(select l.* from raw_order_lines as l join ledger_loads using (load_id) where starts_with(file, ${quote(file)}))`;
        return [file, sumsSql(lineSums(what), rows)];
      })
  },
  build: {
    run: async (warehouse, dir) => {
      const built = await build(warehouse, models, settingsOf(await openProject(dir)));
      return Object.fromEntries(built.map(({name, seconds}) => [name, seconds]));
    },
    sums: sumsOfTables
  }
};

const plain: Record<"ingest" | "build", Work> = {
  ingest: {
    run: async (warehouse, dir, parts) => {
      const took: Record<string, number> = {};
      for (const {file, what, plain} of parts) {
        const sql = plain?.(join(dir, file)) ?? generated(what);
        took[file] = await seconds(async () => {
          await warehouse.run(`create table "${file}" as ${sql}`);
          // A load of ours has reached the file when it ends.
          await warehouse.run("checkpoint");
        });
      }
      return took;
    },
    sums: (parts) => parts.map(({file, what}) => [file, sumsSql(lineSums(what), `"${file}"`)])
  },
  build: {
    run: async (warehouse, _, [part]) => {
      await warehouse.run(`create or replace view raw_order_lines as select * from "${part!.file}"`);
      const took: Record<string, number> = {};
      for (const {name, sql} of plainTables) {
        took[name] = await seconds(() => warehouse.run(`create or replace table "${name}" as ${sql}`));
      }
      await warehouse.run("checkpoint");
      return took;
    },
    sums: sumsOfTables
  }
};

export const work = {ours, plain};

/** The rows as they were made, for a file that the engine alone cannot read. */
const generated = (what: Part["what"]) =>
  `select ${columnsOf(what)
    .map((name) => `cast(${name} as ${lineTypes[name]}) as ${name}`)
    .join(", ")} from (${linesSql(what)})`;

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

import {existsSync, mkdirSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Stage} from "../../warehouse/clickhouse/address.ts";

/** Parquet files on their way between engines: nodes find them in the stage where there is one, the embedded DuckDB in a folder of its own. */
export class Transfers {
  private readonly folders: {toNodes: string; here: string};

  constructor(
    /** Begins the names of our files, since a stage may be shared. */
    private readonly start: string,
    scratch: string,
    stage?: Stage
  ) {
    const here = join(scratch, "transfer");
    this.folders = {toNodes: stage?.folder ?? here, here};
  }

  /** Writes so many files, lets `work` read them, and deletes them whatever happens. */
  async through(
    {name, count, to}: {name: string; count: number; to: "toNodes" | "here"},
    write: (file: string, i: number) => Promise<void>,
    work: (files: readonly string[]) => Promise<void>
  ): Promise<void> {
    const folder = this.folders[to];
    mkdirSync(folder, {recursive: true});
    const files = Array.from({length: count}, (_, i) => join(folder, `${this.start}~${name}.${i}.parquet`));
    try {
      for (const [i, file] of files.entries()) await write(file, i);
      await work(files);
    } finally {
      for (const file of files) rmSync(file, {force: true});
    }
  }

  /** Deletes what a killed build has left. */
  sweep(): void {
    for (const folder of new Set(Object.values(this.folders))) {
      if (!existsSync(folder)) continue;
      for (const file of readdirSync(folder))
        if (file.startsWith(`${this.start}~`) && file.endsWith(".parquet")) rmSync(join(folder, file));
    }
  }
}

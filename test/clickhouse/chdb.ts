import {mkdtempSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {clickhouseTableSql} from "../../warehouse/clickhouse/ddl.ts";
import {buildSettings, clickhouseSettings} from "../../warehouse/clickhouse/settings.ts";
import {columnNames, quoted} from "../../warehouse/columnLists.ts";
import type {Relation} from "../../warehouse/relation.ts";
import type {OtherEngine} from "./otherEngine.ts";

interface Session {
  query: (sql: string, format?: string) => string;
  cleanup: () => void;
}

/** ClickHouse inside this process, with the settings that a build sends; one at a time. */
export class ChDb implements OtherEngine {
  private readonly folder = mkdtempSync(join(tmpdir(), "perennial-chdb-"));
  private readonly session: Session;

  constructor() {
    const chdb = createRequire(import.meta.url)("chdb") as {Session: new (path: string) => Session};
    this.session = new chdb.Session(join(this.folder, "db"));
    for (const database of ["given", "made"]) this.run(`create database ${database} engine = Atomic`);
    this.run("use given");
    for (const [name, value] of Object.entries({...clickhouseSettings, ...buildSettings}))
      this.run(`set ${name} = ${typeof value === "string" ? `'${value}'` : value}`);
  }

  run(sql: string): void {
    this.session.query(sql, "TabSeparated");
  }

  /** Fills a relation, from which models read, with the rows of a Parquet file. */
  give(relation: Relation, parquet: string): void {
    this.run(clickhouseTableSql({...relation, grain: []}, `given."${relation.name}"`));
    this.run(
      `insert into given."${relation.name}" select ${quoted(columnNames(relation))} from file('${parquet}', Parquet)`
    );
  }

  /** Makes a relation by its query, in the table that its contract asks for, and writes its rows to a Parquet file. */
  make(relation: Relation, sql: string, parquet: string): void {
    this.run(clickhouseTableSql(relation, `made."${relation.name}"`));
    this.run(`insert into made."${relation.name}" ${sql}`);
    this.run(
      `insert into function file('${parquet}', Parquet) select ${quoted(columnNames(relation))} from made."${relation.name}"`
    );
    this.run(`drop table made."${relation.name}"`);
  }

  close(): void {
    this.session.cleanup();
    rmSync(this.folder, {recursive: true, force: true});
  }
}

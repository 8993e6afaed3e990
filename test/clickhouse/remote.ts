import {clickhouseTableSql} from "../../warehouse/clickhouse/ddl.ts";
import {ClickHouseNode} from "../../warehouse/clickhouse/node.ts";
import {clickhouseAddress} from "../../warehouse/clickhouse/address.ts";
import {columnNames, quoted} from "../../warehouse/columnLists.ts";
import type {Relation} from "../../warehouse/relation.ts";
import type {OtherEngine} from "./otherEngine.ts";

/** The first node of a ClickHouse over HTTP, in two databases that go when it is closed. */
export class Remote implements OtherEngine {
  private constructor(
    private readonly node: ClickHouseNode,
    private readonly given: string,
    private readonly made: string
  ) {}

  /** Throws a UserError where the address is none or nobody answers there. */
  static async open(url: string): Promise<Remote> {
    const address = clickhouseAddress(url);
    const node = new ClickHouseNode(address.nodes[0]!, address);
    const remote = new Remote(node, `${address.database}_given`, `${address.database}_made`);
    await remote.drop();
    for (const database of [remote.given, remote.made]) await node.run(`create database "${database}"`);
    return remote;
  }

  async give(relation: Relation, parquet: string): Promise<void> {
    const table = `"${this.given}"."${relation.name}"`;
    await this.node.run(clickhouseTableSql({...relation, grain: []}, table));
    await this.node.give(parquet, table, columnNames(relation));
  }

  async make(relation: Relation, sql: string, parquet: string): Promise<void> {
    const table = `"${this.made}"."${relation.name}"`;
    await this.node.run(clickhouseTableSql(relation, table));
    await this.node.run(`insert into ${table} ${sql}`, this.given);
    await this.node.take(`select ${quoted(columnNames(relation))} from ${table}`, parquet);
    await this.node.run(`drop table ${table} sync`);
  }

  async close(): Promise<void> {
    await this.drop();
    await this.node.close();
  }

  private async drop(): Promise<void> {
    for (const database of [this.given, this.made]) await this.node.run(`drop database if exists "${database}" sync`);
  }
}

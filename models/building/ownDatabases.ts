import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import type {ClickHouseNode} from "../../warehouse/clickhouse/node.ts";
import {UserError} from "../../warehouse/error.ts";

/** The databases of one company on the nodes of a ClickHouse: each says in its comment whose it is; no other one is touched. */
export class OwnDatabases {
  private readonly mark: string;

  constructor(
    private readonly cluster: Cluster,
    owner: string
  ) {
    this.mark = `perennial ${owner}`;
  }

  /** Throws a UserError where a database has one of our names and is another's, or where a view would take the place of something else. */
  async refuseForeign(node: ClickHouseNode): Promise<void> {
    const {database} = this.cluster;
    for (const {name, comment} of await this.named(node))
      if (name !== database && comment !== this.mark)
        throw new UserError(
          `warehouse: the database "${name}" on ClickHouse at ${node.name} is not of this warehouse; name another one in the configuration`
        );
    for (const {name, isOurs} of await this.viewsIn(node, database))
      if (!isOurs && /^(stg|int|mart)_/.test(name))
        throw new UserError(
          `warehouse: "${database}"."${name}" on ClickHouse at ${node.name} is not of this warehouse; rename it, or name another database`
        );
  }

  async create(node: ClickHouseNode, name: string): Promise<void> {
    await node.run(`create database "${name}" comment '${this.mark}'`);
  }

  async ensure(node: ClickHouseNode, name: string): Promise<void> {
    await node.run(`create database if not exists "${name}" comment '${this.mark}'`);
  }

  /** Drops a database of ours and makes it anew. */
  async renew(node: ClickHouseNode, name: string): Promise<void> {
    await node.run(`drop database if exists "${name}" sync`);
    await this.create(node, name);
  }

  /** Numbers of the published versions on a node, the latest first. */
  async versions(node: ClickHouseNode): Promise<number[]> {
    const prefix = `${this.cluster.database}_v`;
    const ours = (await this.named(node)).filter(({comment}) => comment === this.mark);
    return ours
      .filter(({name}) => name.startsWith(prefix))
      .map(({name}) => Number(name.slice(prefix.length)))
      .sort((a, b) => b - a);
  }

  /** What is in a database: its name, whether it is a view on our tables, and on which. */
  async viewsIn(node: ClickHouseNode, database: string): Promise<{name: string; table: string; isOurs: boolean}[]> {
    const rows = await node.rows<{name: string; sql: string}>(
      `select name, as_select as sql from system.tables where database = '${database}'`
    );
    const store = this.cluster.databaseOf("store");
    return rows.map(({name, sql}) => {
      const [, from, table = ""] = /FROM [`"]?(\w+)[`"]?\.[`"]?(\w+@\w+)[`"]?/.exec(sql) ?? [];
      return {name, table, isOurs: from === store};
    });
  }

  private async named(node: ClickHouseNode): Promise<{name: string; comment: string}[]> {
    const {database} = this.cluster;
    const ours = new RegExp(`^${database}(_(store|whole|part|next|v(0|[1-9]\\d*)))?$`);
    const rows = await node.rows<{name: string; comment: string}>("select name, comment from system.databases");
    return rows.filter(({name}) => ours.test(name));
  }
}

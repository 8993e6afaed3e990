import {UserError} from "../error.ts";
import type {ClickHouseAddress, Stage} from "./address.ts";
import {ClickHouseNode} from "./node.ts";

/** The tests compare every cell with this version; older ones refuse or misread some of what models say. */
const leastVersion = [26, 7] as const;

/** The nodes of a ClickHouse and the databases of one company there. */
export class Cluster {
  private constructor(
    readonly nodes: readonly ClickHouseNode[],
    /** The database that people and tools read. */
    readonly database: string,
    /** Where files wait for the nodes; they are streamed when absent. */
    readonly stage?: Stage
  ) {}

  /** Reaches every node. Throws a UserError where one does not answer, is too old, or has another version than the first. */
  static async open(address: ClickHouseAddress): Promise<Cluster> {
    const cluster = new Cluster(
      address.nodes.map((url) => new ClickHouseNode(url, address)),
      address.database,
      address.stage
    );
    try {
      const told = await cluster.everywhere(async (node) => {
        const [row] = await node.rows<{version: string; id: string}>(
          "select version() as version, toString(serverUUID()) as id"
        );
        return {...row!, name: node.name};
      });
      for (const {version, name} of told) refuseOther(version, told[0]!.version, name);
      refuseTwice(told);
      return cluster;
    } catch (error) {
      await cluster.close();
      throw error;
    }
  }

  /** The node that holds whole relations and that people ask. */
  get first(): ClickHouseNode {
    return this.nodes[0]!;
  }

  /** The name of one of the company's databases: `store` holds tables, the others views. */
  databaseOf(what: "store" | "whole" | "part" | "next" | `v${number}`): string {
    return `${this.database}_${what}`;
  }

  /** Does the same on all nodes at once; when all have ended, throws the first error that there was. */
  async everywhere<T>(work: (node: ClickHouseNode, k: number) => Promise<T>): Promise<T[]> {
    const ended = await Promise.allSettled(this.nodes.map(work));
    return ended.map((end) => {
      if (end.status === "rejected") throw end.reason;
      return end.value;
    });
  }

  async close(): Promise<void> {
    for (const node of this.nodes) await node.close();
  }
}

function refuseOther(version: string, first: string, name: string): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor, leastMinor] = leastVersion;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    throw new UserError(
      `warehouse: ClickHouse at ${name} is version ${version}; models need ${leastMajor}.${leastMinor} or later: upgrade it`
    );
  if (version.split(".").slice(0, 2).join(".") !== first.split(".").slice(0, 2).join("."))
    throw new UserError(
      `warehouse: ClickHouse at ${name} is version ${version}, the first node ${first}; numbers could differ: upgrade the older one`
    );
}

function refuseTwice(told: readonly {id: string; name: string}[]): void {
  for (const [i, {id, name}] of told.entries()) {
    const other = told.slice(0, i).find((earlier) => earlier.id === id && /[1-9a-f]/.test(id));
    if (other)
      throw new UserError(
        `warehouse: ${other.name} and ${name} are the same ClickHouse; name each server once, by its own address`
      );
  }
}

import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import type {ClusterTables} from "./clusterTables.ts";
import type {BuiltTable} from "./tableStore.ts";

/**
 * Makes the whole relations of a build visible on the first node.
 *
 * First a database of views `<database>_v<n>`, which never changes: whoever asks several questions of one build asks there. Then the views of
 * `<database>` itself, one after the other, each at once. The version before stays until the next build, so that nobody's statement loses
 * its table; older versions and what no version needs are dropped. Nothing is done where the latest version holds the same.
 */
export async function publishOnCluster(
  cluster: Cluster,
  tables: ClusterTables,
  {built, used}: {built: readonly BuiltTable[]; used: ReadonlySet<string>}
): Promise<void> {
  const {first, database} = cluster;
  const whole = built.filter(({table}) => tables.has(first, table));
  const before = await versions(cluster);
  const [latest] = before;
  const viewOf = ({model: {name}, table}: BuiltTable, database: string) =>
    `create or replace view "${database}"."${name}" as select * from ${tables.nameOf(table)}`;
  const shown = latest === undefined ? [] : await shownIn(cluster, cluster.databaseOf(`v${latest}`));
  const isSame =
    shown.length === whole.length &&
    whole.every(({model, table}) => shown.some((view) => view.name === model.name && view.table === table));
  const version = isSame ? latest! : (latest ?? 0) + 1;
  if (!isSame) {
    const next = cluster.databaseOf(`v${version}`);
    await first.run(`create database "${next}"`);
    for (const made of whole) await first.run(viewOf(made, next));
  }
  await first.run(`create database if not exists "${database}"`);
  const current = await shownIn(cluster, database);
  for (const made of whole)
    if (!current.some(({name, table}) => name === made.model.name && table === made.table))
      await first.run(viewOf(made, database));
  for (const {name} of current)
    if (!whole.some(({model}) => model.name === name)) await first.run(`drop view if exists "${database}"."${name}"`);
  await dropUnused(cluster, tables, {used, kept: [version, ...(isSame ? before.slice(1, 2) : before.slice(0, 1))]});
}

/** Versions that are there, the latest first. */
async function versions({first, database}: Cluster): Promise<number[]> {
  const rows = await first.rows<{name: string}>("select name from system.databases");
  return rows
    .flatMap(({name}) => (name.startsWith(`${database}_v`) ? [Number(name.slice(database.length + 2))] : []))
    .filter(Number.isInteger)
    .sort((a, b) => b - a);
}

/** The views of a database, and the table that each shows. */
async function shownIn({first}: Cluster, database: string): Promise<{name: string; table: string}[]> {
  const rows = await first.rows<{name: string; sql: string}>(
    `select name, as_select as sql from system.tables where database = '${database}'`
  );
  return rows.map(({name, sql}) => ({name, table: /[`"](\w+@\w+)[`"]/.exec(sql)?.[1] ?? ""}));
}

async function dropUnused(
  cluster: Cluster,
  tables: ClusterTables,
  {used: current, kept}: {used: ReadonlySet<string>; kept: readonly number[]}
): Promise<void> {
  for (const version of await versions(cluster))
    if (!kept.includes(version)) await cluster.first.run(`drop database "${cluster.databaseOf(`v${version}`)}" sync`);
  const used = new Set(current);
  for (const version of kept)
    for (const {table} of await shownIn(cluster, cluster.databaseOf(`v${version}`))) used.add(table);
  await cluster.everywhere(async (node, k) => {
    const suffix = `#${k + 1}of${cluster.nodes.length}`;
    for (const table of [...tables.on(node)]) {
      const [name, part] = [table.replace(/#.*/, ""), table.replace(/^[^#]*/, "")];
      const isUsed = used.has(name) && (part === "" || part === suffix);
      if (!isUsed) await tables.drop(node, table);
    }
  });
}

import type {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import type {ClusterTables} from "./clusterTables.ts";
import type {OwnDatabases} from "./ownDatabases.ts";
import type {BuiltTable} from "./tableStore.ts";

interface Publishing {
  cluster: Cluster;
  own: OwnDatabases;
  tables: ClusterTables;
}

/**
 * Makes the whole relations of a build visible on the first node.
 *
 * First a database of views `<database>_v<n>`, which appears complete and never changes: whoever asks several questions of one build asks
 * there. Then the views of `<database>` itself, one after the other, each at once; what else is in it stays. No new version where the latest
 * holds the same.
 */
export async function publishOnCluster(
  {cluster, own, tables}: Publishing,
  built: readonly BuiltTable[]
): Promise<void> {
  const {first, database} = cluster;
  const whole = built.filter(({table}) => tables.has(first, table));
  const viewOf = ({model: {name}, table}: BuiltTable, database: string) =>
    `create or replace view "${database}"."${name}" as select * from ${tables.nameOf(table)}`;
  const [latest] = await own.versions(first);
  const shown = latest === undefined ? [] : await own.viewsIn(first, cluster.databaseOf(`v${latest}`));
  const isSame =
    shown.length === whole.length &&
    whole.every(({model, table}) => shown.some((view) => view.name === model.name && view.table === table));
  if (!isSame) {
    const next = cluster.databaseOf("next");
    await own.renew(first, next);
    for (const made of whole) await first.run(viewOf(made, next));
    await first.run(`rename database "${next}" to "${cluster.databaseOf(`v${(latest ?? 0) + 1}`)}"`);
  }
  await own.ensure(first, database);
  const current = await own.viewsIn(first, database);
  for (const made of whole)
    if (!current.some(({name, table}) => name === made.model.name && table === made.table))
      await first.run(viewOf(made, database));
  for (const {name, isOurs} of current)
    if (isOurs && !whole.some(({model}) => model.name === name))
      await first.run(`drop view if exists "${database}"."${name}"`);
}

/**
 * Drops what no reader needs any more: versions older than the one before the latest, tables that neither they nor this build hold, and
 * what a node shows that is no longer the first.
 */
export async function dropUnused({cluster, own, tables}: Publishing, current: ReadonlySet<string>): Promise<void> {
  const {first, nodes, database} = cluster;
  const [latest, before, ...older] = await own.versions(first);
  const used = new Set(current);
  for (const version of [latest, before])
    if (version !== undefined)
      for (const {table} of await own.viewsIn(first, cluster.databaseOf(`v${version}`))) used.add(table);
  await cluster.everywhere(async (node, k) => {
    const past = node === first ? older : await own.versions(node);
    for (const version of past) await node.run(`drop database "${cluster.databaseOf(`v${version}`)}" sync`);
    if (node !== first)
      for (const {name, isOurs} of await own.viewsIn(node, database))
        if (isOurs) await node.run(`drop view if exists "${database}"."${name}"`);
    const suffix = `#${k + 1}of${nodes.length}`;
    for (const table of [...tables.on(node)]) {
      const [name, part] = [table.replace(/#.*/, ""), table.replace(/^[^#]*/, "")];
      const isUsed = used.has(name) && (part === "" || part === suffix);
      if (!isUsed) await tables.drop(node, table);
    }
  });
}

import {join} from "node:path";
import {openProject, type Project} from "../ingest/project.ts";
import {Cluster} from "../warehouse/clickhouse/cluster.ts";
import {Warehouse} from "../warehouse/warehouse.ts";

export interface Session {
  project: Project;
  warehouse: Warehouse;
}

/** Opens a project and its warehouse for one command, and closes it whatever happens. */
export async function withSession<T>(dir: string, work: (session: Session) => Promise<T>): Promise<T> {
  const project = await openProject(dir);
  const options = {memory: project.config.memory, temp: join(project.scratch, "spill")};
  const warehouse = await Warehouse.open(project.warehouse, options);
  try {
    return await work({project, warehouse});
  } finally {
    warehouse.close();
  }
}

/** Reaches the ClickHouse of a project, if it has one, for one piece of work, and lets it go whatever happens. */
export async function withCluster<T>(project: Project, work: (cluster?: Cluster) => Promise<T>): Promise<T> {
  if (!project.clickhouse) return work();
  const cluster = await Cluster.open(project.clickhouse);
  try {
    return await work(cluster);
  } finally {
    await cluster.close();
  }
}

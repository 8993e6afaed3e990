import {
  folderName,
  groupsKey,
  triangleKeyOf,
  type CohortFiles,
  type GroupsData
} from "../../pages/cohorts/groupsData.ts";
import type {TriangleData} from "../../pages/cohorts/triangleData.ts";
import {usual, type View} from "../../pages/cohorts/view.ts";

/** The files behind the switches, each fetched once. */
export interface Fetched {
  /** The cohorts of a view; of all customers where groups stand beside each other. @throws when the server refuses */
  cohorts: (view: View) => Promise<TriangleData>;
  /** The groups of the view's dimension beside each other. */
  beside: (view: View) => Promise<GroupsData>;
  /** Groups of a dimension that can be chosen. */
  groups: (dimension: string) => Promise<readonly string[]>;
  /** Address of all cohorts of a period as CSV. */
  csv: (period: keyof CohortFiles["csv"]) => Promise<string>;
}

const addressOf = (file: string): string =>
  new URL(`${document.documentElement.dataset.root ?? "./"}data/${folderName}/${file}`, location.href).href;

async function json<T>(file: string, cache?: RequestCache): Promise<T> {
  const response = await fetch(addressOf(file), {cache});
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
  return (await response.json()) as T;
}

/** The files of the page; what it opened with is `triangle` and needs none. */
export function fetched(triangle: TriangleData): Fetched {
  let manifest: Promise<CohortFiles> | undefined;
  const known = () => {
    manifest ??= json<CohortFiles>("manifest.json", "no-cache");
    manifest.catch(() => (manifest = undefined));
    return manifest;
  };
  const loaded = new Map<string, Promise<unknown>>();
  async function load<T>(key: string): Promise<T> {
    const {files} = await known();
    const file = files[key];
    if (file === undefined) throw new Error(`missing ${key}`);
    const data = loaded.get(key) ?? json<T>(file);
    loaded.set(key, data);
    data.catch(() => loaded.delete(key));
    return (await data) as T;
  }
  return {
    async cohorts({period, by, group}) {
      const isGroup = by !== "all" && group !== "";
      if (!isGroup && period === usual.period) return triangle;
      return load(isGroup ? triangleKeyOf(period, by, group) : triangleKeyOf(period, "all", "all"));
    },
    beside: ({period, by}) => load(groupsKey(period, by)),
    groups: async (dimension) => (await known()).groups[dimension as keyof CohortFiles["groups"]] ?? [],
    csv: async (period) => addressOf((await known()).csv[period])
  };
}

import type {Config} from "../ingest/config.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {formats} from "./format/formats.ts";
import {navigation} from "./navigation.ts";
import type {Page} from "./page.ts";
import type {NavEntry, SiteFacts} from "./shell/siteFacts.ts";

/** What the frame of every page says: company, as of, freshness, privacy, navigation. */
export async function siteFacts(warehouse: Warehouse, config: Config, pages: readonly Page[]): Promise<SiteFacts> {
  const {as_of_on: asOf} = await warehouse.row<{as_of_on: Date}>("select as_of_on from int_as_of");
  const loaded = await warehouse.row<{at: Date | null; read: number; rejected: number}>(
    `select max(loaded_at) as at, coalesce(sum(rows_read), 0) as read, coalesce(sum(rows_rejected), 0) as rejected from ledger.loads`
  );
  const [en, zh] = [formats("en", config.company.currency), formats("zh", config.company.currency)];
  const min = config.publish.min_cell;
  const personal = config.publish.personal;
  return {
    product: "Perennial",
    company: {en: config.company.name, zh: config.company.name},
    asOf,
    currency: config.company.currency,
    description: {
      en: "Customer analytics: retention, value, churn, service and feedback, from your own exports.",
      zh: "客户分析：留存、价值、流失、服务与反馈，均来自您自己的导出文件。"
    },
    freshness: {
      en: `Loaded ${en.instant(loaded.at)} UTC. ${en.count(loaded.rejected)} of ${en.count(loaded.read)} rows rejected.`,
      zh: `${zh.instant(loaded.at)}（UTC）载入。${zh.count(loaded.read)} 行中 ${zh.count(loaded.rejected)} 行被拒绝。`
    },
    privacy: {
      en: `${personal.length ? `Pages hold personal columns: ${personal.join(", ")}` : "Pages hold pseudonymous keys only"}${min > 1 ? `; groups under ${min} customers are withheld` : ""}.`,
      zh: `${personal.length ? `页面含个人信息列：${personal.join("、")}` : "页面只含假名化编号"}${min > 1 ? `；少于 ${min} 位客户的分组不予显示` : ""}。`
    },
    foot: {
      en: `What each number means: glossary. Days are ${config.company.zone} days; weeks begin on Monday.`,
      zh: `数字的含义见术语表。日期按 ${config.company.zone} 时区；周一为一周之始。`
    },
    nav: navigation
      .map(({name, paths}) => ({name, entries: paths.flatMap((path) => entryOf(path, pages))}))
      .filter(({entries}) => entries.length),
    publishedPaths: pages.map(({path}) => path)
  };
}

function entryOf(path: string, pages: readonly Page[]): NavEntry[] {
  const page = pages.find((page) => page.path === path);
  return page ? [{path, label: page.label}] : [];
}

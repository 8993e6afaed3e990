import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildSite, type SiteBuild} from "../../dashboards/build/buildSite.ts";
import {type Page, page} from "../../dashboards/page.ts";

const both = (en: string, zh: string) => ({en, zh});

/** A page of two languages with a link; `extra` follows its title. */
export const toyPage = (path: string, extra = "", live?: Page["live"]): Page =>
  page({
    path,
    label: both(`Label ${path}`, `标签 ${path}`),
    question: both("Do customers come back?", "客户会回来吗？"),
    marts: [],
    render: (_, c) =>
      `<div class="head" id="content" tabindex="-1"><h1>${c.t("Question", "问题")}</h1>\n\n<p class="finding">` +
      `<a href="${c.href("/")}">${c.t("Overview", "总览")}</a> ${extra}</p></div>`,
    live
  });

const facts: SiteBuild["facts"] = {
  product: "Perennial",
  company: both("Toy Ltd", "玩具公司"),
  asOf: new Date("2026-06-24"),
  currency: "GBP",
  description: both("Customer analytics.", "客户分析。"),
  freshness: both("Loaded today.", "今日载入。"),
  privacy: both("Pseudonymous keys only.", "仅含假名化编号。"),
  nav: [{entries: [{path: "/", label: both("Overview", "总览")}]}]
};

/** A company's folder outside the repository, and how its site is built. */
export interface Toy {
  folder: string;
  dist: string;
  build: (pages: readonly Page[], change?: Partial<SiteBuild>) => ReturnType<typeof buildSite>;
  /** Writes a browser module of the toy. */
  live: (module: string, source: string) => void;
}

export function toySite(): Toy {
  const folder = mkdtempSync(join(tmpdir(), "perennial-site-"));
  const dist = join(folder, "dist");
  const liveFolder = join(folder, "live");
  mkdirSync(liveFolder);
  return {
    folder,
    dist,
    live: (module, source) => writeFileSync(join(liveFolder, `${module}.ts`), source),
    build: (pages, change) =>
      buildSite({
        pages,
        read: async () => [],
        facts,
        stage: join(folder, ".perennial/site"),
        dist,
        currency: "GBP",
        company: "Toy Ltd",
        asOf: new Date("2026-06-24"),
        minCell: 10,
        callsPerDay: 12,
        personal: [],
        liveFolder,
        ...change
      })
  };
}

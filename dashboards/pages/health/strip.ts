import type {Context} from "../../context.ts";
import {failed as broken, html, kpis, type Html} from "../../components/index.ts";
import {agePhrase} from "./age.ts";
import {shareOf} from "./shareOf.ts";
import type {Totals} from "./totals.ts";

/** Six numbers of the whole ledger, and the sum that they must give. */
export function strip(totals: Totals, c: Context): Html {
  const {t, f} = c;
  const {files, loads, sources, read, rejected, setAside, checks, failed, lastEvent} = totals;
  const items = [
    {
      label: t("Files", "文件"),
      value: f.kpi(files),
      versus: t(
        `${f.count(sources)} ${sources === 1 ? "source" : "sources"}, ${f.count(loads)} ${loads === 1 ? "load" : "loads"}`,
        `${f.count(sources)} 个来源，${f.count(loads)} 次载入`
      )
    },
    {
      label: t("Rows read", "读取行数"),
      value: f.kpi(read),
      versus: t("records in the files", "文件中的记录")
    },
    {
      label: t("Rejected", "被拒绝"),
      value: f.kpi(rejected),
      tone: rejected ? ("bad" as const) : undefined,
      href: rejected ? "#rejects" : undefined,
      versus: t(`${shareOf(rejected, read, f)} of rows`, `占 ${shareOf(rejected, read, f)}`)
    },
    {
      label: t("Set aside", "搁置"),
      value: f.kpi(setAside),
      href: setAside ? "#set-aside" : undefined,
      versus: t(`${shareOf(setAside, read, f)}, by named rules`, `占 ${shareOf(setAside, read, f)}，按命名规则`)
    },
    {
      label: t("Checks passed", "通过的检查"),
      value: checks ? f.kpi(checks - failed.length) : f.missing,
      unit: checks ? t(`of ${f.count(checks)}`, `/ ${f.count(checks)}`) : undefined,
      tone: failed.length ? ("bad" as const) : undefined,
      href: "#checks",
      versus: checks ? undefined : t("not run yet", "尚未运行")
    },
    {
      label: t("Last event", "最近事件"),
      value: lastEvent ? f.day(lastEvent) : f.missing,
      versus: lastEvent ? agePhrase(lastEvent, c) : t("no file carries times", "文件均无时间")
    }
  ];
  return html`${kpis(items, c)}${totals.addsUp ? sum(totals, c) : mismatch(totals, c)}`;
}

const sum = ({files, loads, read, loaded, rejected, setAside}: Totals, {t, f}: Context): Html =>
  html`<p class="sub num" style="margin-top:10px" id="identity">
    ${t(
      `${f.count(read)} read = ${f.count(loaded)} loaded + ${f.count(rejected)} rejected + ${f.count(setAside)} set aside: every row of every file is in one of the three.`,
      `读取 ${f.count(read)} = 载入 ${f.count(loaded)} + 拒绝 ${f.count(rejected)} + 搁置 ${f.count(setAside)}：每个文件的每一行必居其一。`
    )}${loads > files && t(" A file that two sources read counts in both.", "由两个来源读取的文件，在两处各计一次。")}
  </p>`;

const mismatch = ({read, loaded, rejected, setAside}: Totals, {t, f}: Context): Html =>
  broken({
    title: t("The rows do not add up", "行数对不上"),
    cause: `${f.count(read)} ≠ ${f.count(loaded)} + ${f.count(rejected)} + ${f.count(setAside)} = ${f.count(loaded + rejected + setAside)}`
  });

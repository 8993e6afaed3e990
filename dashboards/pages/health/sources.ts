import type {Kind} from "../../../ingest/contracts/kinds.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import type {Context} from "../../context.ts";
import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import {agePhrase} from "./age.ts";
import {kindWords} from "./kindWords.ts";
import type {LoadRow} from "./rows.ts";
import {shareOf} from "./shareOf.ts";
import {sourceTotals, type SourceTotals} from "./sourceTotals.ts";

const under = (above: Content, below: Content): Html => html`${above}<br /><span class="muted">${below}</span>`;

/** Every source: how fresh it is, what it brought, what of it was kept out. */
export function sources(loads: readonly LoadRow[], c: Context): Html {
  const {t} = c;
  const rows = sourceTotals(loads, c.asOf);
  const right = (head: string) => ({head, right: true});
  return panel({
    id: "sources",
    title: t("Is every source fresh and complete?", "各来源是否及时、完整？"),
    sub: t("Rows as last loaded, by source of the configuration", "最近一次载入的行数，按配置中的来源"),
    body: table({
      caption: t("Sources", "来源"),
      columns: [
        t("Source", "来源"),
        t("Last event", "最近事件"),
        t("Newest file", "最新文件"),
        ...[
          t("Files", "文件"),
          t("Read", "读取"),
          t("Loaded", "载入"),
          t("Rejected", "拒绝"),
          t("Set aside", "搁置")
        ].map(right),
        right(t("Load time", "载入用时"))
      ],
      rows: rows.map((row) => sourceRow(row, c))
    }),
    note: t(
      "Late: silent for more than 1.5 times the usual time between the source's files and over a week, or for over 31 days where it has fewer than three files. Unusual, from four files on: the newest has fewer or more rows for each day that it covers than any earlier one. Shares are of rows read.",
      "“迟到”：静默超过该来源文件通常间隔的 1.5 倍且超过一周；不足三个文件时超过 31 天。“异常”（至少四个文件）：最新文件所覆盖日期的日均行数低于或高于以往任何文件。占比均以读取行数为分母。"
    ),
    long: true
  });
}

function sourceRow(row: SourceTotals, c: Context): Content[] {
  const {lang, t, f} = c;
  const kind = kindWords[row.kind as Kind]?.[lang] ?? row.kind;
  const counted = (part: number) => (part ? under(f.count(part), shareOf(part, row.read, f)) : "0");
  return [
    under(
      html`<span class="nowrap">${row.source}</span>`,
      html`<a href="${c.href(entryAddress(`raw_${row.kind}`))}">${kind}</a>`
    ),
    freshness(row, c),
    volume(row, c),
    f.count(row.files),
    f.count(row.read),
    under(f.count(row.loaded), shareOf(row.loaded, row.read, f)),
    row.rejected ? html`<span class="bad">${counted(row.rejected)}</span>` : "0",
    counted(row.setAside),
    under(
      t(`${f.number(row.seconds, 2)} s`, `${f.number(row.seconds, 2)} 秒`),
      html`<span class="nowrap">${f.instant(row.loadedAt)}</span>`
    )
  ];
}

function freshness({lastEvent, isLate, usualDays}: SourceTotals, c: Context): Content {
  const {t, f} = c;
  if (!lastEvent) return html`<span class="muted">${t("– carries no times", "– 不含时间")}</span>`;
  const rhythm = usualDays === null ? "" : t(`; usual gap ${f.days(usualDays)}`, `；通常间隔 ${f.days(usualDays)}`);
  const late = isLate && html`<b class="warn">${t("Late", "迟到")}</b> `;
  return under(html`${late}<span class="nowrap">${f.date(lastEvent)}</span>`, agePhrase(lastEvent, c) + rhythm);
}

function volume({volume, files}: SourceTotals, {t, f}: Context): Content {
  if (!volume) {
    const few = t(`– ${files < 2 ? "one file" : "too few files"}`, `– ${files < 2 ? "仅一个文件" : "文件过少"}`);
    return html`<span class="muted">${few}</span>`;
  }
  const {last, low, high} = volume;
  const odd = (last < low || last > high) && html`<b class="warn">${t("Unusual", "异常")}</b> `;
  const range = f.range(low, high, 1);
  return under(
    html`${odd}${t(`${f.number(last, 1)} rows a day`, `日均 ${f.number(last, 1)} 行`)}`,
    t(`earlier ${range}`, `以往 ${range}`)
  );
}

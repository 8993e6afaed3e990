import {max, sum} from "d3";
import type {Kind} from "../../../ingest/contracts/kinds.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import type {Context} from "../../context.ts";
import {html, panel, table, type Column, type Content, type Html} from "../../components/index.ts";
import {daysBetween} from "./age.ts";
import {kindWords} from "./kindWords.ts";
import type {LoadRow} from "./rows.ts";
import {shareOf} from "./shareOf.ts";
import {sourceTotals, standsOut, type SourceTotals} from "./sourceTotals.ts";

/** Quiet sources beyond this many are counted, not listed. */
const MOST = 40;

const nowrap = (text: string): Html => html`<span class="nowrap">${text}</span>`;

/** Every source in one line: how fresh it is, what it brought, what of it was kept out; those that stand out first. */
export function sources(loads: readonly LoadRow[], c: Context): Html {
  const {t, f} = c;
  const all = sourceTotals(loads, c.asOf);
  const odd = all.filter(standsOut);
  const quiet = all.filter((row) => !standsOut(row));
  const listed = [...odd, ...quiet.slice(0, MOST)];
  const columns = columnsFor(listed, c);
  const rest = quiet.length - MOST;
  return panel({
    id: "sources",
    title: t("Is every source fresh and complete?", "各来源是否及时、完整？"),
    sub: summary(loads, all.length, odd.length, c),
    body: table({
      caption: t("Sources", "来源"),
      columns: columns.map(({column}) => column),
      rows: listed.map((row) => columns.map(({cell}) => cell(row)))
    }),
    note: [
      rest > 0 &&
        t(`${f.count(rest)} further sources do not stand out. `, `另有 ${f.count(rest)} 个来源无异常，未列出。`),
      t(
        "A source stands out where it is late, unusual, or lost 1% of its rows or more to rejection. Late: silent for more than 1.5 times the usual time between its files and over a week, or for over 31 days where it has fewer than three files. Unusual, from four files on: the newest has fewer or more rows for each day that it covers than any earlier one.",
        "需留意的来源：迟到、异常，或被拒绝的行达到 1%。“迟到”：静默超过其文件通常间隔的 1.5 倍且超过一周；不足三个文件时超过 31 天。“异常”（至少四个文件）：最新文件所覆盖日期的日均行数低于或高于以往任何文件。"
      )
    ],
    long: true
  });
}

function summary(loads: readonly LoadRow[], all: number, odd: number, c: Context): string {
  const {t, f} = c;
  const total = sum(loads, (row) => row.seconds);
  const when = f.instant(max(loads, (row) => row.loaded_at)!);
  const claim = verdict(all, odd, c);
  return t(
    `${claim}; last load ${when}, ${f.number(total, 1)} seconds in all`,
    `${claim}；最近载入 ${when}，共用 ${f.number(total, 1)} 秒`
  );
}

function verdict(all: number, odd: number, {t, f}: Context): string {
  if (all === 1 && odd) return t("The only source stands out", "唯一的来源需留意");
  if (all === 1) return t("The only source does not stand out", "唯一的来源无异常");
  if (!odd) return t(`None of ${f.count(all)} sources stands out`, `${f.count(all)} 个来源均无异常`);
  return t(
    `${f.count(odd)} of ${f.count(all)} sources ${odd === 1 ? "stands out and comes" : "stand out and come"} first`,
    `${f.count(all)} 个来源中有 ${f.count(odd)} 个需留意，排在最前`
  );
}

/** What the table tells of a source. How full the newest file is can only be told, and is only told, where one has four. */
function columnsFor(
  listed: readonly SourceTotals[],
  c: Context
): {column: Column; cell: (row: SourceTotals) => Content}[] {
  const {lang, t, f} = c;
  const right = (head: string) => ({head, right: true});
  const kind = (row: SourceTotals) =>
    html`<a class="nowrap" href="${c.href(entryAddress(`raw_${row.kind}`))}"
      >${kindWords[row.kind as Kind]?.[lang] ?? row.kind}</a
    >`;
  return [
    {column: {head: t("Source", "来源")}, cell: ({source}: SourceTotals) => source},
    {column: {head: t("Kind", "种类")}, cell: kind},
    {
      column: {head: t("Last event", "最近事件")},
      cell: ({lastEvent}: SourceTotals) => (lastEvent ? nowrap(f.date(lastEvent)) : f.missing)
    },
    {column: {head: t("Before as of", "距截止日")}, cell: (row: SourceTotals) => silence(row, c)},
    ...(listed.some((row) => row.volume)
      ? [{column: {head: t("Newest file", "最新文件")}, cell: (row: SourceTotals) => volume(row, c)}]
      : []),
    {column: right(t("Files", "文件")), cell: ({files}: SourceTotals) => f.count(files)},
    {column: right(t("Read", "读取")), cell: ({read}: SourceTotals) => f.count(read)},
    {column: right(t("Loaded", "载入")), cell: ({loaded}: SourceTotals) => f.count(loaded)},
    {column: right(t("Set aside", "搁置")), cell: ({setAside}: SourceTotals) => f.count(setAside)},
    {column: right(t("Rejected", "拒绝")), cell: ({rejected}: SourceTotals) => f.count(rejected)},
    {column: right(t("Of its rows", "占读取")), cell: (row: SourceTotals) => loss(row, c)}
  ];
}

function silence({lastEvent, isLate, usualDays}: SourceTotals, {asOf, t, f}: Context): Content {
  if (!lastEvent) return nowrap(t("no times", "不含时间"));
  const days = daysBetween(lastEvent, asOf);
  if (days < -1) return t("after as of, so not counted", "晚于截止日，不计入");
  const since = nowrap(days < 1 ? t("same day", "当天") : f.days(days));
  const usual =
    days > 1 && usualDays !== null && t(` (usual gap ${f.count(usualDays)})`, `（通常间隔 ${f.count(usualDays)}）`);
  return isLate ? html`<b class="warn">${t("Late", "迟到")}</b> ${since}${usual}` : [since, usual];
}

function volume({volume, isUnusual}: SourceTotals, {t, f}: Context): Content {
  if (!volume) return f.missing;
  const range = f.range(volume.low, volume.high, 1);
  const text = t(
    `${f.number(volume.last, 1)} rows a day, earlier ${range}`,
    `日均 ${f.number(volume.last, 1)} 行，以往 ${range}`
  );
  return isUnusual ? html`<b class="warn">${t("Unusual", "异常")}</b> ${text}` : text;
}

function loss({rejected, read, isLossy}: SourceTotals, {f}: Context): Content {
  const share = shareOf(rejected, read, f);
  return isLossy ? html`<b class="bad">${share}</b>` : share;
}

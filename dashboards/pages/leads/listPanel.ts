import {button, empty, html, panel, rank, type Html, type RankRow} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {horizonWords} from "../churn/horizonWords.ts";
import {choiceWords} from "./leadWords.ts";
import type {LeadRow, SummaryRow} from "./leadsData.ts";
import {reasonsOf} from "./reasonWords.ts";
import {listFile} from "./takeAway.ts";

/** Open leads, the likeliest first: with their reasons where a model ranks them, else by the rate of their source. */
export function listPanel(rows: readonly LeadRow[], summary: SummaryRow, c: Context): Html {
  const {t, f, minCell} = c;
  const horizon = horizonWords(summary.horizon_days, c);
  const isScored = summary.uses === "model";
  const shown = rows.filter((row) => row.chance_share !== null);
  const body = shown.length
    ? rank(
        {
          id: "lead-list",
          caption: isScored
            ? t("Open leads by chance", "按转换概率排列的跟进中线索")
            : t("Open leads by the rate of their source", "按来源转换率排列的跟进中线索"),
          sorted: 2,
          heads: [
            "#",
            t("Lead", "线索"),
            isScored ? t("Chance", "转换概率") : t("Rate of the source", "来源转换率"),
            t("Source", "来源"),
            isScored ? t("Why", "原因") : t("Follow-up", "跟进"),
            t("Came in", "创建"),
            t("Owner", "负责人")
          ],
          rows: shown.map((row) => rowOf(row, c))
        },
        c
      )
    : empty({
        title: t("No open lead to rank", "没有可排列的跟进中线索"),
        text: t(`No lead is open that came in within the last ${horizon}.`, `最近 ${horizon}内没有仍在跟进中的线索。`)
      });
  return panel({
    id: "list",
    long: true,
    title: isScored
      ? t("Whom should we call first?", "先联系谁？")
      : t("Which leads are open?", "有哪些跟进中的线索？"),
    sub: isScored
      ? t(`Chance to convert within ${horizon} from now, and what raises it`, `未来 ${horizon}内转换的概率及其推高因素`)
      : t(
          `What share of the leads of its source converted within ${horizon}: a rate, the same for all leads of the source, not a score`,
          `同来源线索在 ${horizon}内的转换率：同来源各线索相同，并非评分`
        ),
    actions:
      shown.length > 0 &&
      button({
        text: "CSV",
        href: listFile(c),
        about: t("all open leads", "全部跟进中线索"),
        icon: "down",
        kind: "quiet"
      }),
    body,
    note: html`${choiceWords(summary, minCell, c)}
    ${
      summary.stale_leads > 0 &&
      t(
        summary.stale_leads === 1
          ? "1 open lead is older than the horizon and is not ranked: close it or take it up again."
          : `${f.count(summary.stale_leads)} open leads are older than the horizon and are not ranked: close them or take them up again.`,
        `另有 ${f.count(summary.stale_leads)} 条跟进中线索已超过观察期，不参与排列：请关闭或重新跟进。`
      )
    }`
  });
}

function rowOf(row: LeadRow, c: Context): RankRow {
  const {t, f} = c;
  const share = row.chance_share!;
  return {
    place: row.place,
    key: row.lead_id,
    href: row.customer_id === null ? undefined : c.href("/customers", {key: row.customer_id}),
    group: row.country ?? undefined,
    risk: {
      share,
      low: row.chance_low ?? undefined,
      high: row.chance_high ?? undefined,
      word: row.chance_from === "all" ? t("rate of all", "总体转换率") : undefined,
      tone: "c1"
    },
    value: row.lead_source ?? f.missing,
    reasons: row.chance_from === "model" ? reasonsOf(row, c) : [{text: contacts(row, c), weight: 0}],
    last: row.age_days === null ? f.missing : f.daysAgo(Math.floor(row.age_days)),
    owner: row.owner ?? f.missing
  };
}

/** How often the lead was contacted: what is known of one that nothing scores. */
const contacts = (row: LeadRow, {t, f}: Context): string =>
  row.activities
    ? t(`contacts so far: ${f.count(row.activities)}`, `已跟进 ${f.count(row.activities)} 次`)
    : t("not contacted yet", "尚未跟进");

import type {martBacklog} from "../../../models/marts/mart_backlog.ts";
import type {RowOf} from "../../../models/model.ts";
import {empty, facts, html, intervalRow, key, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {Served} from "./service.ts";
import type {Nps} from "./waves.ts";

export type BacklogRow = RowOf<typeof martBacklog>;

/** How customers are served: the last complete month against its usual range, the backlog now, the last score. */
export function servicePanel(
  served: readonly Served[],
  backlog: readonly BacklogRow[],
  nps: Nps | undefined,
  c: Context
): Html {
  const {t, f} = c;
  const frame = {span: 4, id: "service", title: t("How are we serving them?", "服务表现如何？")} as const;
  const score = nps
    ? [
        html`<a href="${c.href("/voice")}">NPS, ${nps.last.name}</a>`,
        html`<b>${f.score(nps.last.nps)}</b> (${f.range(nps.last.low, nps.last.high)})`
      ]
    : ["NPS", t("add an export of feedback", "请添加反馈导出")];
  const rows = facts([...backlogFacts(backlog, c), [score[0]!, score[1]!]]);
  if (!served.length)
    return panel({
      ...frame,
      body: html`${empty({
        title: t("No tickets", "没有工单"),
        text: t(
          "Add an export of tickets to perennial.config.ts, then run perennial run.",
          "请在 perennial.config.ts 中添加工单导出，再运行 perennial run。"
        )
      })}${nps && rows}`
    });
  const month = served[0]!.month;
  const ranged = served.some(({usual}) => usual);
  return panel({
    ...frame,
    sub: t(
      `Tickets of ${f.month(month)}, elapsed hours, against the twelve months before`,
      `${f.month(month)}工单（自然小时），与此前 12 个月相比`
    ),
    body: html`${served.map(track)}${rows}`,
    note: [
      ranged && key("dot", t("value", "数值"), "c1"),
      ranged &&
        key(
          "line",
          t(
            "usual range (mean ± 2.66 × mean month-to-month change); no target is set",
            "常态范围（均值 ± 2.66 × 平均月间变动）；未设目标"
          ),
          "c1"
        )
    ]
  });
}

function track({name, text, value, usual, outside}: Served): Html {
  const [low, high] = [usual?.low ?? value, usual?.high ?? value];
  const top = Math.max(value, high) * 1.1 || 1;
  return intervalRow({name, value, low, high, domain: [0, top], tone: outside ?? "c1", text});
}

function backlogFacts(backlog: readonly BacklogRow[], {t, f, href}: Context): [Html | string, Html | string][] {
  const days = backlog.toSorted((a, b) => +a.backlog_on - +b.backlog_on);
  const now = days.at(-1);
  if (!now) return [];
  const before = days.at(-31);
  const versus =
    before &&
    t(
      ` (${f.count(before.open_tickets)} on ${f.day(before.backlog_on)})`,
      `（${f.day(before.backlog_on)}为 ${f.count(before.open_tickets)}）`
    );
  return [
    [
      html`<a href="${href("/service")}">${t("Open tickets now", "当前未结工单")}</a>`,
      html`<b>${f.count(now.open_tickets)}</b>${versus}`
    ],
    [
      t(`Of them older than ${f.days(now.old_days)}`, `其中超过 ${f.days(now.old_days)}`),
      html`<b>${f.count(now.old_open_tickets)}</b>`
    ]
  ];
}

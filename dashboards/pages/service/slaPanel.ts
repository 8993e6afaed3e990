import {empty, facts, html, intervalRow, key, panel, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {wilson, type Share} from "../cohorts/intervals.ts";
import type {SlaRow, Summary, Target} from "./rows.ts";
import {priorities, priorityName, targetName} from "./words.ts";

/** Complete months that are put together. */
const MONTHS = 3;

/** Whether promises are kept, by the priority a ticket had when the clock started, and what runs late now. */
export function slaPanel(rows: readonly SlaRow[], summary: Summary, c: Context): Html {
  const {t, f} = c;
  const frame = {span: 4, id: "sla", title: t("Do we keep our promises?", "承诺兑现了吗？")} as const;
  if (!rows.length)
    return panel({
      ...frame,
      body: empty({
        title: summary.has_targets
          ? t("Nothing to measure yet", "尚无可测工单")
          : t("No target is set", "尚未设定目标"),
        text: html`${t("Say in ", "请在 ")}<code>perennial.config.ts</code>${t(
          " under service.targets how soon a ticket of each priority is to be answered and solved.",
          " 的 service.targets 中写明各优先级应多快答复与解决。"
        )}`
      })
    });
  const months = [...new Set(rows.filter((row) => !row.is_partial).map(({opened_month: on}) => +on))].toSorted(
    (a, b) => b - a
  );
  const taken = months.length ? months.slice(0, MONTHS) : rows.map(({opened_month: on}) => +on);
  const recent = rows.filter(({opened_month: on}) => taken.includes(+on));
  const [first, last] = [new Date(Math.min(...taken)), new Date(Math.max(...taken))];
  const span =
    +first === +last
      ? f.month(last)
      : t(`${f.month(first)} to ${f.month(last)}`, `${f.month(first)}至${f.month(last)}`);
  return panel({
    ...frame,
    sub: t(
      `Share of tickets opened ${span} that kept their target, by priority when the clock started, with 95% interval`,
      `${span}新建工单的及时率，按计时起点的优先级，含 95% 区间`
    ),
    body: (["first_reply", "resolution"] as const).map((target) => targetPart(target, recent, c)),
    note: html`${key("dot", t("kept", "及时"), "c1")}${key("line", t("95% interval", "95% 区间"), "c1")}
    ${lateWords(summary, c)}`
  });
}

/** The rows of one target. */
function targetPart(target: Target, rows: readonly SlaRow[], c: Context): Content {
  const {t, f, minCell} = c;
  const lines = ["all", ...priorities].flatMap((priority): Content[] => {
    const own = rows.filter((row) => row.target === target && row.priority === priority);
    const n = own.reduce((sum, row) => sum + row.kept + row.broken, 0);
    const kept = own.reduce((sum, row) => sum + row.kept, 0);
    if (n <= 0) return [];
    const name = priorityName(priority, c);
    if (isWithheld(n, minCell))
      return [facts([[name, t(`fewer than ${f.count(minCell)} tickets`, `少于 ${f.count(minCell)} 张工单`)]])];
    const share: Share = wilson(kept, n);
    return [
      intervalRow({
        name,
        value: share.value,
        low: share.low,
        high: share.high,
        domain: [0, 1],
        text: html`<b>${f.share(share.value, 0)}</b>
          <span class="muted">${f.shareRange(share.low, share.high, 0)}</span>`
      })
    ];
  });
  return (
    lines.length > 0 &&
    html`<h3>${targetName(target, c)}</h3>
      ${lines}`
  );
}

/** What is late now, and what will be by tomorrow. */
function lateWords({running_breached: late, due_within_day: due}: Summary, {t, f}: Context): Html {
  return html`<span
    >${t("Running late now: ", "现已超时：")}<a href="#open">${f.count(late)}</a
    >${t("; due within a day: ", "；一天内到期：")}${f.count(due)}${t(".", "。")}</span
  >`;
}

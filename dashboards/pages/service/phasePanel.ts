import {group} from "d3";
import {empty, html, key, panel, shareStack, type Html, type Tone} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {Phase, PhaseRow} from "./rows.ts";
import {causeName, phaseName} from "./words.ts";

const phases: readonly {phase: Phase; tone: Tone}[] = [
  {phase: "first_reply", tone: "c4"},
  {phase: "with_us", tone: "c3"},
  {phase: "with_customer", tone: "ctx"},
  {phase: "on_hold", tone: "r4"},
  {phase: "reopened", tone: "c5"}
];

/** Categories that the panel shows. */
const SHOWN = 7;

/** Where the time of a ticket goes: who waits for whom, over all and by category. */
export function phasePanel(rows: readonly PhaseRow[], hasLog: boolean, c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {span: 6, id: "phases", title: t("Where does the time go?", "时间花在哪里？")} as const;
  const known = [...group(rows, ({category}) => category)]
    .map(([category, parts]) => ({
      category,
      parts,
      tickets: Math.max(...parts.map(({tickets}) => tickets)),
      minutes: parts.reduce((sum, {minutes}) => sum + minutes, 0)
    }))
    .filter(({tickets, minutes}) => minutes > 0 && !isWithheld(tickets, minCell));
  const all = known.find(({category}) => category === "all");
  const isSplit = all?.parts.some(({phase, minutes}) => phase !== "first_reply" && minutes > 0);
  if (!all || !hasLog || !isSplit)
    return panel({
      ...frame,
      body: empty(
        hasLog
          ? {
              title: t("Nothing tells who waited", "无从得知谁在等待"),
              text: t(
                "The log of the last 365 days names no replies and no states; map actor_role, event or status.",
                "近 365 天的日志没有回复与状态；请映射 actor_role、event 或 status。"
              )
            }
          : {
              title: t("No log of what happened to tickets", "没有工单事件日志"),
              text: html`${t("Add an export of kind ", "请添加类型为 ")}<code>ticket_events</code>${t(
                ": replies, states and their times, then run perennial run.",
                " 的导出（回复、状态及其时间），再运行 perennial run。"
              )}`
            }
      )
    });
  const others = known
    .filter(({category}) => category !== "all" && category !== "unknown")
    .toSorted((a, b) => b.minutes - a.minutes)
    .slice(0, SHOWN);
  const line = ({category, parts, minutes, tickets}: (typeof known)[0]) => {
    const shares = phases.map(({phase, tone}) => ({
      name: phaseName(phase, c),
      tone,
      share: parts.filter((part) => part.phase === phase).reduce((sum, part) => sum + part.minutes, 0) / minutes
    }));
    const days = minutes / tickets / 1440;
    return html`<li>
      <span>${category === "all" ? html`<b>${t("All tickets", "全部工单")}</b>` : causeName(category, c)}</span>
      ${shareStack(shares, c)}
      <b>${f.days(days, days < 10 ? 1 : 0)}</b>
    </li>`;
  };
  return panel({
    ...frame,
    sub: t(
      "Share of the elapsed time of tickets by who waited, categories with most time first; right: mean per ticket",
      "工单自然时间按等待方的占比，耗时最多的类别在前；右：每单平均"
    ),
    body: html`<ul class="stack-rows">
      ${[all, ...others].map(line)}
    </ul>`,
    note: phases
      .filter(({phase}) => all.parts.some((part) => part.phase === phase && part.minutes > 0))
      .map(({phase, tone}) => key("fill", phaseName(phase, c), tone))
  });
}

import {
  button,
  csvButton,
  empty,
  filterLine,
  filters,
  html,
  panel,
  raw,
  select,
  type Html
} from "../../components/index.ts";
import {addressOf, linkTo} from "../../build/address.ts";
import type {Context} from "../../context.ts";
import type {Deal} from "./deal.ts";
import {needName, offeredBy} from "./dealFilter.ts";
import {countWords, dealList, FIRST} from "./dealList.ts";
import type {Summary} from "./rows.ts";
import {takeAway} from "./takeAway.ts";
import {stageName} from "./words.ts";

/** Which open deals to look after first; the whole list goes as a file. */
export function dealsPanel(deals: readonly Deal[], summary: Summary, c: Context): Html {
  const {t, f} = c;
  const frame = {id: "deals", title: t("Which deals need attention?", "哪些商机需要关注？")} as const;
  if (!deals.length)
    return panel({
      ...frame,
      body: empty({
        title: t("No deal is open", "没有未结商机"),
        text: t("All have been won or lost.", "全部已赢单或输单。")
      })
    });
  const offered = offeredBy(deals);
  const any = {value: "", name: t("All", "全部")};
  const choice = (name: string, label: string, values: readonly string[], say = (value: string) => value) =>
    values.length > 1 &&
    select({name, label, value: "", choices: [any, ...values.map((value) => ({value, name: say(value)}))]});
  const needs = [
    ...(deals.some(({slipped}) => slipped !== null) ? ["slipped"] : []),
    ...(deals.some(({stale}) => stale) ? ["stale"] : []),
    ...(deals.some(({slow}) => slow) ? ["slow"] : [])
  ];
  const items = [
    choice("owner", t("Rep", "负责人"), offered.owners),
    choice("team", t("Team", "团队"), offered.teams),
    choice("stage", t("Stage", "阶段"), offered.stages, (value) => stageName(value, c)),
    needs.length > 0 &&
      select({
        name: "need",
        label: t("Needs", "需关注"),
        value: "",
        choices: [any, ...needs.map((value) => ({value, name: needName(value, c)}))]
      })
  ];
  return panel({
    ...frame,
    long: true,
    sub: t(
      `Overdue ones first, then those without a change for over ${f.days(summary.stale_days)}, then the slow; of each what might bring most`,
      `逾期者在前，其后为超过 ${f.days(summary.stale_days)}无变动者与停留过久者；同类按可能金额`
    ),
    actions: csvButton(t("all open deals", "全部未结商机"), {
      href: linkTo(addressOf("/pipeline", c.lang), takeAway(f.iso(c.asOf)))
    }),
    body: html`${items.some(Boolean) && filters(items)}${filterLine()}
      <div data-deals>${dealList({rows: deals, shown: FIRST, customer: c.href("/customers", {key: ""})}, c)}</div>
      <p class="sub">
        <span data-deals-count role="status">${countWords(FIRST, deals.length, summary.open, c)}</span>
        <span class="needs-script" ${deals.length <= FIRST && raw(" hidden")}
          >${button({text: t("Show more", "显示更多"), kind: "quiet", id: "more"})}</span
        >
      </p>`,
    note: t(
      "Chance: of being won to the end of the second month from now, by the stage's past. Overdue: past the day it was expected to close. Slow: longer in its stage than nine of ten.",
      "赢单概率：至其后第二个月末，按该阶段既往表现。逾期：预计成交日已过。停留过久：超过九成的既往停留。"
    )
  });
}

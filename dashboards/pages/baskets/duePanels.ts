import {
  barRows,
  csvButton,
  empty,
  html,
  panel,
  table,
  tooFew,
  type Content,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {rhythmAnswer} from "./rhythmAnswer.ts";
import type {DueRow, RhythmRow} from "./rows.ts";
import {fileLink} from "./takeAway.ts";
import {rhythmName} from "./words.ts";

/** Customers that the list shows. */
const SHOWN = 12;
const states = ["early", "soon", "due", "late", "broken"] as const;

/** Who is due again for what, and how often such customers bought. */
export function duePanels(due: readonly DueRow[], rhythm: readonly RhythmRow[], c: Context): Html[] {
  return [listPanel(due, c), rhythmPanel(rhythm, c)];
}

function listPanel(due: readonly DueRow[], c: Context): Html {
  const {t, f} = c;
  const frame = {id: "due", span: 8, title: t("Who is due again for what?", "谁到期该复购什么？")} as const;
  const [first] = due;
  if (!first)
    return panel({
      ...frame,
      body: empty({
        title: t("Nothing falls due", "没有到期复购"),
        text: t(
          "A rhythm needs a customer who bought one product on three days; nobody has one, or none falls due now.",
          "节奏需要同一客户在三天购买同一商品；目前没有，或均未到期。"
        )
      })
    });
  return panel({
    ...frame,
    long: true,
    sub: t(
      `The first ${f.count(Math.min(SHOWN, due.length))} of ${f.count(first.all_due)} by expected revenue; a rhythm is the median gap of at least three purchases`,
      `共 ${f.count(first.all_due)} 项，按预期收入列出前 ${f.count(Math.min(SHOWN, due.length))} 项；节奏为至少三次购买的间隔中位数`
    ),
    actions: csvButton(t("everything due", "全部到期复购"), {href: fileLink("replenishment", c)}),
    body: table({
      caption: t("Customers by expected revenue", "按预期收入的客户"),
      columns: [
        t("Customer", "客户"),
        t("Product", "商品"),
        t("Due", "到期"),
        {head: t("Last bought", "最近购买"), right: true},
        {head: t("Usual gap", "常用间隔"), right: true},
        {head: t("Expected", "预期收入"), right: true}
      ],
      rows: due
        .toSorted((a, b) => a.place - b.place)
        .slice(0, SHOWN)
        .map((row): Content[] => [
          html`<a href="${c.href("/customers", {key: row.customer_id})}">${row.customer_id}</a>`,
          row.product_name ?? row.item_id,
          dueWords(row, c),
          html`<span class="nowrap">${f.date(row.last_bought_on)}</span>`,
          html`<span class="nowrap">${f.days(row.usual_gap_days)}</span>`,
          row.expected_revenue === null ? f.moneyExact(row.usual_revenue, 2) : f.moneyExact(row.expected_revenue, 2)
        ])
    }),
    note: [
      first.expected_revenue === null
        ? t(
            "There is no past to test on yet: what the customer usually spends on it is shown.",
            "尚无历史可检验：所示为该客户通常的花费。"
          )
        : t(
            `Expected: what the customer usually spends on it × the share of such cases that bought within ${f.days(first.window_days)}.`,
            `预期收入：该客户通常的花费×历史同类情形在 ${f.days(first.window_days)}内购买的占比。`
          ),
      " ",
      t(
        `These are ${f.count(first.all_customers)} customers; actions list fewer: what fell due over actions.lapsed_days ago (30 unless set) is left out there.`,
        `共 ${f.count(first.all_customers)} 位客户；“行动”所列较少：到期已逾 actions.lapsed_days（默认 30 天）者不列入。`
      )
    ]
  });
}

const dueWords = ({state, overdue_days: days}: DueRow, c: Context): Content => {
  const {t, f} = c;
  const name = rhythmName(state, c);
  const when =
    days === 0
      ? t("today", "今天")
      : days > 0
        ? t(`${f.days(days)} ago`, `${f.days(days)}前`)
        : t(`in ${f.days(-days)}`, `${f.days(-days)}后`);
  return html`${state === "late" ? html`<b class="bad">${name}</b>` : name}<span class="under nowrap">${when}</span>`;
};

function rhythmPanel(rhythm: readonly RhythmRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {span: 4, id: "rhythm", title: t("Does rhythm foretell?", "节奏可靠吗？")} as const;
  const shown = states.flatMap((state) =>
    rhythm.filter((row) => row.state === state && !isWithheld(row.customers, minCell))
  );
  if (!shown.length)
    return panel({
      ...frame,
      body: tooFew({
        title: t("Not tested", "未检验"),
        text: t("Nobody had a rhythm 30 days ago.", "30 天前尚无客户形成节奏。")
      })
    });
  return panel({
    ...frame,
    sub: t(
      "Share that bought the product within 30 days, of three past days, with its 95% interval",
      "三个历史日期后 30 天内购买该商品的占比，附 95% 区间"
    ),
    body: html`${rhythmAnswer(rhythm, c)}${barRows({
      label: t("Share that bought, by state", "各状态购买占比"),
      rows: shown.map((row) => ({
        name: rhythmName(row.state, c),
        to: row.buy_share,
        low: row.buy_low,
        high: row.buy_high,
        text: html`${f.share(row.buy_share, 0)} <span class="under nowrap">n ${f.count(row.cases)}</span>`,
        tone: row.state === "broken" || row.state === "early" ? ("ctx" as const) : ("c1" as const)
      }))
    })}`,
    note: t(
      "n: customers × products. An item counts as sold if anybody bought it within 90 days. Intervals take cases as independent; a customer may be in several, so they are rather narrow.",
      "n 为客户×商品。90 天内有人购买的商品视为在售。区间假定各例独立；同一客户可有多例，故略窄。"
    )
  });
}

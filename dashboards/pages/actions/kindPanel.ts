import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {foldedParts, isWithheld} from "../../withheld.ts";
import {definitionOf} from "../glossary/definitionOf.ts";
import {actions as words} from "../glossary/terms/actions.ts";
import {showsBirthdays} from "./listed.ts";
import type {KindRow} from "./rows.ts";
import {kindName} from "./words.ts";

/** How much of each action is due when, what it may bring, and how many customers are left alone. */
export function kindPanel(kinds: readonly KindRow[], c: Context): Html {
  const {t} = c;
  const rows = kinds.filter(({customers}) => customers > 0).toSorted((a, b) => a.position - b.position);
  return panel(
    {
      id: "calendar",
      definition: definitionOf(words, "contact-pressure", c),
      title: t("What falls due when, and whom do we leave alone?", "何时到期，哪些客户不打扰？"),
      sub: t("Customers by action; those left alone are not on the list", "各类行动的客户数；不打扰者不在名单内"),
      body: table({
        caption: t("Actions by kind", "各类行动"),
        columns: [
          t("Action", "行动"),
          {head: t("Overdue", "已逾期"), right: true},
          {head: t("Today", "今天"), right: true},
          {head: t("Within 7 days", "7 天内"), right: true},
          {head: t("Later", "更晚"), right: true},
          {head: t("Listed", "列入名单"), right: true},
          {head: t("Expected value", "预期金额"), right: true},
          t("Left alone", "不打扰")
        ],
        rows: rows.map((row) => rowOf(row, c))
      }),
      note: html`${windowWords(rows, c)}${t(" ", "")}<a href="${c.href("/baskets")}"
          >${t("Refills that are due sooner or later", "其他时间到期的补货")}</a
        >${t(". ", "。")}${t(
          "Values of several actions for one customer are of the same money and must not be added. A complaint, an unhappy answer and a call to keep are worth the value at risk; a deal its chance × amount; a contract a term, or a year where it is cancelled; a win-back the lifetime value that is still expected; a refill its expected revenue. Of the others nothing tells.",
          "同一客户多项行动的金额指同一笔钱，不可相加。投诉、不满回访与流失挽留按风险价值；商机按概率×金额；合同按一期金额，已取消者按一年；唤回按仍可预期的客户价值；补货按预期收入。其余无从得知。"
        )}`
    },
    c
  );
}

/** Which days are looked at. */
function windowWords([row]: readonly KindRow[], {t, f}: Context): string {
  if (!row) return "";
  const [back, ahead] = [f.days(row.lapsed_days), f.days(row.ahead_days)];
  return t(
    `Due means from ${back} back to ${ahead} ahead; a cancelled contract until it ends. The list of calls to keep stops after the first 300 customers of churn watch.`,
    `到期范围为过去 ${back}至未来 ${ahead}；已取消的合同至其终止。流失挽留仅取流失预警名单前 300 位。`
  );
}

function rowOf(row: KindRow, c: Context): Content[] {
  const {t, f, minCell} = c;
  const isHidden = row.action === "birthday" && !showsBirthdays(c);
  const count = (n: number) =>
    isHidden && isWithheld(n, minCell) ? t("a few", "少数") : n === 0 ? html`<span class="muted">0</span>` : f.count(n);
  return [
    row.action === "churn_call"
      ? html`${kindName(row.action, c)}<span class="under"
            >${t("among the first of churn watch, no low risk", "流失预警名单前列，非低风险")}</span
          >`
      : kindName(row.action, c),
    ...[row.overdue, row.due_today, row.due_week, row.due_later, row.listed].map(count),
    row.expected_value > 0 ? f.money(row.expected_value) : f.missing,
    aloneWords(row, c) || html`<span class="muted">${t("nobody", "无")}</span>`
  ];
}

/** Why customers are left alone; parts of too few are counted together with the smallest others. */
function aloneWords(row: KindRow, {t, f, minCell}: Context): string {
  const parts: [number, string][] = [
    [row.refused, t("refused", "已拒绝")],
    [row.no_address, t("without an address", "无联系方式")],
    [row.no_answer, t("never asked", "从未表态")],
    [row.pressed, t("with enough messages", "消息已多")]
  ];
  const isFolded = foldedParts(
    parts.map(([n]) => n),
    minCell
  );
  const folded = parts.filter((_, i) => isFolded[i]);
  const sum = folded.reduce((total, [n]) => total + n, 0);
  return [
    ...parts.flatMap(([n, word], i) => (n === 0 || isFolded[i] ? [] : [`${f.count(n)} ${word}`])),
    ...(folded.length
      ? [
          `${isWithheld(sum, minCell) ? t("a few", "少数") : f.count(sum)} ${folded.map(([, word]) => word).join(t(" or ", "或"))}`
        ]
      : [])
  ].join(t(", ", "，"));
}

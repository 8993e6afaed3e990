import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {Listed} from "./listed.ts";
import type {KindRow} from "./rows.ts";
import {isKindHidden} from "./told.ts";
import {kindName} from "./words.ts";

const total = (rows: readonly KindRow[], of: (row: KindRow) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

/**
 * How much is to be done, how much of it is late, what brings most, and who is left alone. Kinds of which too few are told are in no sum,
 * because the sum less the other kinds would give them away.
 */
export function finding(kinds: readonly KindRow[], list: readonly Listed[], c: Context): string {
  const {t, f, minCell} = c;
  const told = kinds.filter((row) => !isKindHidden(row, c));
  const n = total(told, ({listed}) => listed);
  const late = total(told, ({overdue}) => overdue);
  const alone = total(kinds, (row) =>
    isWithheld(row.customers - row.listed, minCell) ? 0 : row.customers - row.listed
  );
  const isHidden = told.length < kinds.length;
  if (!n)
    return isHidden ? t("A few birthdays are near.", "少数客户生日临近。") : t("Nothing is due.", "没有到期事项。");
  const besides = isHidden ? t(" besides a few birthdays", "（另有少数生日）") : "";
  const [first] = list;
  const [top] = first?.tasks.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)) ?? [];
  const most =
    top && top.value !== null
      ? t(
          ` What may bring most is to ${kindName(top.kind, c)}: ${f.moneyExact(top.value)}.`,
          `预期金额最高的是${kindName(top.kind, c)}：${f.moneyExact(top.value)}。`
        )
      : "";
  const left =
    alone > 0
      ? t(
          ` ${f.count(alone)} more would be due to customers who did not agree or had enough messages: they are left alone.`,
          `另有 ${f.count(alone)} 项因客户未同意或消息已多而不打扰。`
        )
      : "";
  return (
    t(
      `${f.count(n)} things are to be done${besides}${late ? `, ${f.count(late)} of them overdue` : ""}.`,
      `共有 ${f.count(n)} 项行动${besides}${late ? `，其中 ${f.count(late)} 项已逾期` : ""}。`
    ) +
    most +
    left
  );
}

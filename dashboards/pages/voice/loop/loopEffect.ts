import {panel, tooFew, type Html} from "../../../components/index.ts";
import type {Context} from "../../../context.ts";
import {isWithheld} from "../../../withheld.ts";
import {effectTable, measured, placeboWords} from "../../service/effectTable.ts";
import type {LoopEffectRow} from "./rows.ts";

/** What goes with being come back to: purchases of those followed up beside those alike who were not. */
export function loopEffect(given: readonly LoopEffectRow[], promiseDays: number, c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {
    span: 6,
    id: "effect",
    title: t("Do they buy more when we come back?", "回访之后他们买得更多吗？")
  } as const;
  const rows = measured(given);
  const [first] = rows;
  if (!first || isWithheld(first.pairs, minCell))
    return panel({
      ...frame,
      body: tooFew({
        title: t("Too few to compare", "样本过少，无法比较"),
        text: t(
          "Twenty customers who were followed up in time are needed, each with one alike who was not.",
          "需要至少二十位按时回访的客户，各有一位相似但未回访的客户。"
        )
      })
    });
  return panel({
    ...frame,
    sub: t(
      `${f.count(first.pairs)} customers followed up within ${f.days(promiseDays)} beside as many alike who were not; ${f.days(first.window_days)} before the case and after the promise, 95% interval`,
      `${f.count(first.pairs)} 位在 ${f.days(promiseDays)}内回访的客户与同等数量未回访的相似客户对照；个案前与承诺期后各 ${f.days(first.window_days)}，95% 区间`
    ),
    body: effectTable(
      rows,
      {
        caption: t("Change after the follow-up", "回访后的变化"),
        exposed: t("Followed up", "已回访"),
        matched: t("Alike, not", "相似未回访")
      },
      c
    ),
    note: [
      t(
        "Association, not an effect: whom somebody came back to was not left to chance. ",
        "为关联而非因果：回访谁并非随机决定。"
      ),
      placeboWords(rows, c),
      first.unmatched > 0 &&
        !isWithheld(first.unmatched, minCell) &&
        t(` ${f.count(first.unmatched)} customers had no match.`, `另有 ${f.count(first.unmatched)} 位客户无匹配。`)
    ]
  });
}

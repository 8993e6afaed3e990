import {panel, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {effectTable, measured, placeboWords} from "../service/effectTable.ts";
import {defined} from "./defined.ts";
import type {EffectRow} from "./rows.ts";

/** What members buy after joining beside matched customers who were no members. */
export function effectPanel(given: readonly EffectRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {
    span: 6,
    id: "effect",
    definition: defined("member-effect", c),
    title: t("Do members buy more than their like?", "会员比相似客户买得更多吗？")
  } as const;
  const rows = measured(given);
  const [first] = rows;
  if (!first || isWithheld(first.pairs, minCell))
    return panel(
      {
        ...frame,
        body: tooFew({
          title: t("Too few to compare", "样本过少，无法比较"),
          text: t(
            "A comparison needs twenty members who ordered on the day of their first points, half a year ago or longer, and as many customers alike who were no members; there are fewer.",
            "需要至少二十位半年前或更早、首次积分当日有下单的会员，以及同等数量的相似非会员；目前不足。"
          )
        })
      },
      c
    );
  return panel(
    {
      ...frame,
      sub: t(
        `${f.count(first.pairs)} members from the day of their first points beside as many customers alike who were no members; ${f.days(first.window_days)} before and after, 95% interval`,
        `${f.count(first.pairs)} 位会员（自首次积分日起）与同等数量的相似非会员对照；前后各 ${f.days(first.window_days)}，95% 区间`
      ),
      body: effectTable(
        rows,
        {
          caption: t("Change after joining", "入会后的变化"),
          exposed: t("Members", "会员"),
          matched: t("Alike", "相似客户")
        },
        c
      ),
      note: [
        t(
          "Association, not an effect: matched on month, purchase days, recency and revenue, not on who meant to buy more and joined for it. ",
          "为关联而非因果：按月份、购买日数、最近购买与收入匹配，无法排除本就打算多买而入会者。"
        ),
        placeboWords(rows, c),
        !isWithheld(first.unmatched, minCell) &&
          first.unmatched > 0 &&
          t(` ${f.count(first.unmatched)} members had no match.`, `另有 ${f.count(first.unmatched)} 位会员无匹配。`)
      ]
    },
    c
  );
}

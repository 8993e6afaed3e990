import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {chosenOf} from "./chosen.ts";
import {noRules} from "./words.ts";
import type {BasketsData, Summary} from "./rows.ts";

/** What goes together most, and how often a list of ten holds what is bought next: two sentences. */
export function finding(summary: Summary, data: BasketsData, c: Context): Html {
  const {t} = c;
  return html`<b>${together(summary, data, c)}</b>${t(". ", "。")}${next(data, c)}`;
}

function together(summary: Summary, {pairs}: BasketsData, c: Context): string {
  const {t, f} = c;
  const top = pairs.find((row) => row.lift_low > 1 && !isWithheld(row.customers, c.minCell));
  if (!top)
    return summary.state === "ready"
      ? t("No pair is clearly bought together", "没有显著同购的商品对")
      : noRules(summary.state, c, summary)[0];
  return t(
    `${top.one_name} and ${top.other_name} are in one basket ${f.number(top.lift, 1)} times as often as chance would have it (${f.range(top.lift_low, top.lift_high, 1)})`,
    `${top.one_name}与${top.other_name}同时购买的次数是随机预期的 ${f.number(top.lift, 1)} 倍（${f.range(top.lift_low, top.lift_high, 1)}）`
  );
}

function next({tests}: BasketsData, c: Context): string {
  const {t, f} = c;
  const used = chosenOf(tests, "all");
  if (!used) return t("What customers buy next could not be tested.", "尚无法检验客户下一步购买的预测。");
  const {gain_popularity: gain, gain_popularity_low: low, gain_popularity_high: high} = used;
  const than =
    gain === null || low === null || high === null
      ? ""
      : low > 0 || high < 0
        ? t(`, ${f.points(gain)} against what is popular`, `，较按热度推荐 ${f.points(gain)}`)
        : t(", not clearly more than what is popular", "，与按热度推荐无显著差异");
  return t(
    `Of customers who bought again, ${f.share(used.hit_share, 0)} bought from the ten products that they would have been shown (${f.shareRange(used.hit_low, used.hit_high, 0)})${than}.`,
    `再次购买的客户中，${f.share(used.hit_share, 0)} 购买了所推荐十件商品之一（${f.shareRange(used.hit_low, used.hit_high, 0)}）${than}。`
  );
}

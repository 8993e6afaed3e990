import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {EffectRow, Summary} from "./rows.ts";

/** What points cost, and whether members changed against their like: two sentences. */
export function finding(summary: Summary, effects: readonly EffectRow[], c: Context): Html {
  const {t, f} = c;
  const points = f.count(summary.outstanding_points);
  const kept = summary.breakage_share === null ? null : 1 - summary.breakage_share;
  const cost =
    summary.liability === null
      ? t("; what a point is worth is not configured", "；尚未配置每积分价值")
      : t(`: a liability of ${f.money(summary.liability)}`, `：负债 ${f.money(summary.liability)}`);
  const expected =
    kept === null
      ? t(
          ", and too few points have run their course to say how many will be redeemed",
          "，已到期积分过少，尚无法估计兑换比例"
        )
      : t(`, of which ${f.share(kept, 0)} are expected to be redeemed`, `，预计其中 ${f.share(kept, 0)} 会被兑换`);
  return html`<b
      >${t(`${f.count(summary.members)} members hold ${points} points`, `${f.count(summary.members)} 位会员持有 ${points} 积分`)}</b
    >${expected}${cost}${t(". ", "。")}${change(effects, c)}`;
}

/** What members buy against their like. */
function change(effects: readonly EffectRow[], {t, f}: Context): string {
  const row = effects.find(({measure, state}) => measure === "net_revenue" && state === "measured");
  if (!row || row.difference === null)
    return t(
      "Too few members joined long enough ago to compare them with customers alike.",
      "入会已久的会员过少，无法与相似客户比较。"
    );
  if (!row.is_clear)
    return t(
      `Over ${f.days(row.window_days)} after joining they spent no clearly different amount from customers alike.`,
      `入会后 ${f.days(row.window_days)}内的消费与相似客户无显著差异。`
    );
  const amount = f.moneyExact(Math.abs(row.difference), Math.abs(row.difference) < 100 ? 2 : 0);
  return row.difference > 0
    ? t(
        `Over ${f.days(row.window_days)} after joining they spent ${amount} more each than customers alike (association).`,
        `入会后 ${f.days(row.window_days)}内人均比相似客户多消费 ${amount}（关联）。`
      )
    : t(
        `Over ${f.days(row.window_days)} after joining they spent ${amount} less each than customers alike (association).`,
        `入会后 ${f.days(row.window_days)}内人均比相似客户少消费 ${amount}（关联）。`
      );
}

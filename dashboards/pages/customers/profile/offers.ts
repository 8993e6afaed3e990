import {html, panel, table, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import type {PackedOffer} from "../profileShape.ts";
import type {View} from "./view.ts";

/** What the customer is most likely to buy next, and what is new to them. Nothing without purchases of products. */
export function offersPanel({profile: {offers, offerDays}}: View, c: Locale): Html | false {
  const {t, f} = c;
  if (!offers.length || offerDays === null) return false;
  const kinds: Record<PackedOffer[1], string> = {
    again: t("again", "再次购买"),
    cross_sell: t("new category", "新类别"),
    up_sell: t("dearer than usual", "同类更高价"),
    alike: t("new", "新商品")
  };
  return panel({
    title: t("What might they buy next?", "接下来可能买什么？"),
    sub: t(
      `Probability to buy within ${f.days(offerDays)}, offered or not`,
      `${f.days(offerDays)}内购买的概率（无论是否推荐）`
    ),
    body: table({
      caption: t("Products to offer", "推荐商品"),
      columns: [t("Product", "商品"), {head: t("Probability", "概率"), right: true}],
      rows: offers.map(([name, kind, share, because]) => [
        html`${name}<br /><span class="sub"
            >${kinds[kind]}${because !== null && because !== name && t(`; bought ${because}`, `；曾购 ${because}`)}</span
          >`,
        share === null ? f.missing : f.share(share, 1)
      ])
    })
  });
}

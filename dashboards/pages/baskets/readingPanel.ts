import {facts, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** On paper only: what the terms of the report mean. */
export const readingPanel = ({t, f, minCell}: Context): Html =>
  panel({
    title: t("How to read this report", "如何阅读本报告"),
    onlyPrint: true,
    body: facts(
      [
        [
          t("Basket", "购物篮"),
          t(
            "The different products of an order that was not cancelled, but for what was given back at once.",
            "未取消订单中未当场退回的不同商品。"
          )
        ],
        [
          t("Support, confidence, lift", "支持度、置信度、提升度"),
          t(
            "Support: share of baskets that hold all of the products. Confidence: of the baskets with the first, the share that hold the other too. Lift: how many times as often they are in one basket as chance would have it.",
            "支持度：含全部这些商品的购物篮占比。置信度：含前者的购物篮中也含后者的占比。提升度：同时购买的次数是随机预期的多少倍。"
          )
        ],
        [
          t("Withheld", "不显示"),
          minCell > 1
            ? t(
                `Pairs and products of fewer than ${f.count(minCell)} customers.`,
                `少于 ${f.count(minCell)} 位客户的商品对与商品。`
              )
            : t("Nothing.", "无。")
        ]
      ],
      {left: true}
    )
  });

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
            "An order that was not cancelled, with the different products that were not given back at once.",
            "未取消订单中未当场退回的不同商品。"
          )
        ],
        [
          t("Support, confidence, lift", "支持度、置信度、提升度"),
          t(
            "Share of baskets with all of them; of baskets with the first, the share with the other too; that share over what chance would give.",
            "含全部商品的购物篮占比；含前者的购物篮中含后者的占比；该占比与随机期望之比。"
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

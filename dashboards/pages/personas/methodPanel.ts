import {facts, html, panel, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import {featureName} from "./featureWords.ts";
import type {PersonaData} from "./rows.ts";

/** How personas were looked for: who, by what, how checked, and what was left out. */
export function methodPanel({summary, features}: PersonaData, c: Context): Html | false {
  const {t, f, href} = c;
  if (!summary || summary.customers === 0) return false;
  const isFound = summary.verdict === "personas";
  const named = (state: "used" | "rarely_known" | "nearly_constant") =>
    features
      .filter((one) => one.state === state)
      .toSorted((a, b) => a.place - b.place)
      .map(({feature}) => featureName(feature, c))
      .join(t(", ", "、"));
  const rows: (readonly [Content, Content])[] = [
    [
      t("Learnt from", "学习样本"),
      t(
        `${f.count(summary.learnt_customers)} of ${f.count(summary.customers)} customers with an order${isFound ? "; everybody is assigned to the nearest centre" : ""}`,
        `${f.count(summary.customers)} 位有订单客户中的 ${f.count(summary.learnt_customers)} 位${isFound ? "；全部客户归入最近的中心" : ""}`
      )
    ],
    [t("Grouped by", "分组特征"), named("used") || f.missing],
    [
      t("Scale", "尺度"),
      t(
        "all but shares and scores as ln(1 + x); each less its median, divided by its interquartile range and cut at ±3; where it is not known, the median",
        "占比与评分取原值，其余取 ln(1 + x)；减去中位数，除以四分位距，截断在 ±3；未知者取中位数"
      )
    ],
    [
      t("Compared in", "比较维度"),
      t(
        "principal components that are stronger than those of shuffled features; a feature that goes with no other falls out",
        "强于特征随机打乱后的主成分；与其他特征无关联者不计"
      )
    ],
    ...(named("rarely_known")
      ? [[t("Known of too few customers", "已知的客户过少"), named("rarely_known")] as const]
      : []),
    ...(named("nearly_constant")
      ? [[t("Hardly differ between customers", "客户间几乎无差异"), named("nearly_constant")] as const]
      : []),
    [
      t("Not in the exports", "导出中没有"),
      t(
        "industry, company size, age: no column names them, so nobody is grouped by them",
        "行业、公司规模、年龄：没有对应列，因此不按其分组"
      )
    ]
  ];
  return panel({
    id: "method",
    span: 6,
    title: t("How were personas looked for?", "画像是如何寻找的？"),
    body: facts(rows, {left: true}),
    note: html`<a href="${href(entryAddress("int_persona_model"))}">${t("The whole method", "完整方法")}</a>`
  });
}

import {sum} from "d3";
import {page} from "../page.ts";
import {field, filterLine, filters, grid, html, oneLine, pageHead} from "../components/index.ts";
import {terms} from "./glossary/terms.ts";
import {termList} from "./glossary/termList.ts";

const question = {en: "What does it mean?", zh: "是什么意思？"};

/**
 * What every word of the site means; the tables have pages of their own, one for each layer.
 */
export const glossary = page({
  path: "/glossary",
  label: {en: "Glossary", zh: "术语表"},
  question,
  marts: [],
  render: (_, c) => {
    const {t, f, href} = c;
    const words = sum(terms, (group) => group.terms.length);
    const claim = t(`${f.count(words)} words, each defined once.`, `${f.count(words)} 个术语，各有唯一定义。`);
    const links = [
      ["/glossary/customers", t("marts of customers", "客户集市")],
      ["/glossary/churn", t("churn", "流失")],
      ["/glossary/value", t("lifetime value and contracts", "客户价值与合同")],
      ["/glossary/service", t("service", "客户服务")],
      ["/glossary/voice", t("voice of customer", "客户之声")],
      ["/glossary/selling", t("selling", "销售")],
      ["/glossary/leads", t("leads", "线索")],
      ["/glossary/campaigns", t("campaigns and actions", "营销与行动")],
      ["/glossary/loyalty", t("loyalty", "会员")],
      ["/glossary/baskets", t("baskets and personas", "购物篮与画像")],
      ["/glossary/marts", t("all other marts", "其他集市")],
      ["/glossary/intermediate", t("intermediate models", "中间层")],
      ["/glossary/identity", t("models of identity", "身份识别模型")],
      ["/glossary/staging", t("staging models", "暂存层")],
      ["/glossary/inputs", t("kinds of export", "导出种类")]
    ].map(([path, name], i) => html`${i > 0 && t(", ", "、")}<a href="${href(path!)}">${name}</a>`);
    return oneLine([
      pageHead({
        title: question[c.lang],
        finding: html`<b>${claim}</b
          >${t(" Every column of every table has a definition too: ", "各表各列亦有定义：")}${links}${t(".", "。")}`
      }),
      filters(
        field({
          name: "q",
          label: t("Filter", "筛选"),
          placeholder: t("retention, share, NPS", "留存、占比、NPS"),
          width: 260
        })
      ),
      filterLine(),
      grid([termList(c)])
    ]);
  },
  live: {module: "glossary", data: (_, {lang}) => ({lang})}
});

import {ledgerModels} from "../../../ingest/ledgerRelations.ts";
import {models} from "../../../models/index.ts";
import {page} from "../../page.ts";
import {field, filterLine, filters, grid, html, oneLine, pageHead, panel} from "../../components/index.ts";
import {modelEntry} from "./modelEntry.ts";

const question = {en: "What lies between exports and marts?", zh: "导出文件与集市之间是什么？"};
const withPrefix = (prefix: string) => models.filter(({name}) => name.startsWith(prefix));

/** What lies between the exports and the marts: the staging and intermediate models. */
export const glossaryBetween = page({
  path: "/glossary/between",
  label: {en: "Glossary: staging and intermediate", zh: "术语表：暂存与中间层"},
  question,
  marts: [ledgerModels],
  render: ({ledger_models: built}, c) => {
    const {t, f, href} = c;
    const rowsOf = new Map(built.map(({name, rows}) => [name, rows]));
    const entries = (prefix: string) =>
      grid(withPrefix(prefix).map((model) => modelEntry(model, rowsOf.get(model.name), c)));
    const claim = t(
      `${f.count(withPrefix("stg_").length)} staging and ${f.count(withPrefix("int_").length)} intermediate models prepare what the marts read.`,
      `${f.count(withPrefix("stg_").length)} 个暂存模型与 ${f.count(withPrefix("int_").length)} 个中间模型为集市准备数据。`
    );
    const before = t("What goes in: ", "输入见：");
    const kinds = t("kinds of export", "导出种类");
    return oneLine([
      pageHead({
        eyebrow: html`<a href="${href("/glossary")}">← ${t("Words and marts", "术语与集市")}</a>`,
        title: question[c.lang],
        finding: html`<b>${claim}</b> ${before}<a href="${href("/glossary/inputs")}">${kinds}</a>${t(".", "。")}`
      }),
      filters(
        field({
          name: "q",
          label: t("Filter", "筛选"),
          placeholder: t("e-mail, refund, ticket", "邮箱、退款、工单"),
          width: 260
        })
      ),
      filterLine(),
      grid([
        panel({
          id: "staging",
          title: t("What does staging make of the exports?", "暂存层如何整理导出文件？"),
          sub: t(
            "The latest delivery of each record, up to as of, in one shape for all sources",
            "每条记录取截止日前最新一次交付，各来源统一为同一形式"
          ),
          body: entries("stg_"),
          long: true
        }),
        panel({
          id: "intermediate",
          title: t("What do several marts share?", "多个集市共用什么？"),
          sub: t(
            "Customers resolved over all sources, and what is computed from them",
            "跨来源识别的客户，及由此算出的内容"
          ),
          body: entries("int_"),
          long: true
        })
      ])
    ]);
  },
  live: {module: "glossary", data: (_, {lang}) => ({lang})}
});

import {ledgerLoads, ledgerModels} from "../../../ingest/ledgerRelations.ts";
import {contractOf, kindNames} from "../../../ingest/contracts/kinds.ts";
import {models} from "../../../models/index.ts";
import {page} from "../../page.ts";
import {field, filterLine, filters, grid, html, oneLine, pageHead, panel} from "../../components/index.ts";
import {kindEntry} from "./kindEntry.ts";
import {modelEntry} from "./modelEntry.ts";

const question = {en: "What goes in?", zh: "输入是什么？"};

/** What lies before the marts: the contracts of the exports, and the staging and intermediate models. */
export const glossaryInputs = page({
  path: "/glossary/inputs",
  label: {en: "Glossary: inputs", zh: "术语表：输入"},
  question,
  marts: [ledgerLoads, ledgerModels],
  render: ({ledger_loads: loads, ledger_models: built}, c) => {
    const {t, f, href} = c;
    const rowsOf = new Map(built.map(({name, rows}) => [name, rows]));
    const entries = (prefix: string) =>
      grid(
        models.filter(({name}) => name.startsWith(prefix)).map((model) => modelEntry(model, rowsOf.get(model.name), c))
      );
    const claim = t(
      `${f.count(kindNames.length)} kinds of export are understood.`,
      `可识别 ${f.count(kindNames.length)} 类导出文件。`
    );
    const rest = t(
      "A file needs the required fields, under any of their names; everything else may be missing.",
      "文件须有必需字段，列名可用任一别名；其余均可缺少。"
    );
    return oneLine([
      pageHead({
        eyebrow: html`<a href="${href("/glossary")}">← ${t("Words and marts", "术语与集市")}</a>`,
        title: question[c.lang],
        finding: html`<b>${claim}</b> ${rest}`
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
          id: "kinds",
          title: t("Which exports can be loaded?", "可以载入哪些导出文件？"),
          sub: t(
            "Headers match in upper or lower case. A row is refused where a value is not of its type, a required one is missing, or a rule is broken",
            "列名不分大小写。取值类型不符、缺少必需值或违反规则的行会被拒绝"
          ),
          body: grid(kindNames.map((kind) => kindEntry(contractOf(kind), loads, c))),
          long: true
        }),
        panel({
          id: "staging",
          title: t("What does staging make of them?", "暂存层如何整理？"),
          sub: t(
            "The latest delivery of each record, up to as of, in one shape for all sources",
            "每条记录取截止日前最新一次交付，各来源统一为同一形式"
          ),
          body: entries("stg_"),
          long: true
        }),
        panel({
          id: "intermediate",
          title: t("What lies between?", "中间层有什么？"),
          sub: t(
            "Customers resolved over all sources, and what several marts share",
            "跨来源识别客户，以及多个集市共用的内容"
          ),
          body: entries("int_"),
          long: true
        })
      ])
    ]);
  },
  live: {module: "glossary", data: (_, {lang}) => ({lang})}
});

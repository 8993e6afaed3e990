import {ledgerInputs, ledgerLoads} from "../../../ingest/ledgerRelations.ts";
import {contractOf, kindNames} from "../../../ingest/contracts/kinds.ts";
import {page} from "../../page.ts";
import {field, filterLine, filters, grid, html, oneLine, pageHead, panel} from "../../components/index.ts";
import {kindWords} from "../health/kindWords.ts";
import {kindEntry} from "./kindEntry.ts";
import {relationEntry} from "./modelEntry.ts";

const question = {en: "What goes in?", zh: "输入是什么？"};

/** The kinds of export that can be loaded: their contracts. */
export const glossaryInputs = page({
  path: "/glossary/inputs",
  label: {en: "Glossary: inputs", zh: "术语表：输入"},
  question,
  marts: [ledgerLoads],
  render: ({ledger_loads: loads}, c) => {
    const {lang, t, f, href} = c;
    const claim = t(
      `${f.count(kindNames.length)} kinds of export are understood.`,
      `可识别 ${f.count(kindNames.length)} 类导出文件。`
    );
    const rest = t(
      "A file needs the required fields, under any of their names; everything else may be missing.",
      "文件须有必需字段，列名可用任一别名；其余均可缺少。"
    );
    const made = t("What is made of them: ", "由此得到：");
    const models = t("staging models", "暂存层");
    return oneLine([
      pageHead({
        eyebrow: html`<a href="${href("/glossary")}">← ${t("Words and marts", "术语与集市")}</a>`,
        title: question[lang],
        finding: html`<b>${claim}</b> ${rest} ${made}<a href="${href("/glossary/staging")}">${models}</a
          >${t(".", "。")}`
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
          body: html`<p class="sub">
              ${kindNames.map((kind, i) => html`${i > 0 && " · "}<a href="#raw_${kind}">${kindWords[kind][lang]}</a>`)}
            </p>
            ${grid(kindNames.map((kind) => kindEntry(contractOf(kind), loads, c)))}`,
          long: true
        }),
        panel({
          id: "ledger",
          title: t("What is written down of every load and sending?", "每次载入与发送记录了什么？"),
          sub: t("The ledger, as models and pages read it", "账本，供模型与页面读取"),
          body: grid(ledgerInputs.map((relation) => relationEntry(relation, c))),
          long: true
        })
      ])
    ]);
  },
  live: {module: "glossary", data: (_, {lang}) => ({lang})}
});

import {sum} from "d3";
import {ledgerModels} from "../../ingest/ledgerRelations.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {models} from "../../models/index.ts";
import {page} from "../page.ts";
import {field, filterLine, filters, grid, html, oneLine, pageHead, panel} from "../components/index.ts";
import {modelEntry} from "./glossary/modelEntry.ts";
import {terms} from "./glossary/terms.ts";
import {termList} from "./glossary/termList.ts";

const question = {en: "What does it mean?", zh: "是什么意思？"};

/**
 * What every word and every number of the site means: the dictionary, and the marts from their declarations.
 *
 * What lies before the marts has pages of its own: all in one would be over 1,500 elements.
 */
export const glossary = page({
  path: "/glossary",
  label: {en: "Glossary", zh: "术语表"},
  question,
  marts: [ledgerModels],
  render: ({ledger_models: built}, c) => {
    const {t, f, href} = c;
    const marts = models.filter(({name}) => name.startsWith("mart_")).sort((a, b) => (a.name < b.name ? -1 : 1));
    const columns = sum(marts, (mart) => columnsOf(mart.columns).length);
    const words = sum(terms, (group) => group.terms.length);
    const rowsOf = new Map(built.map(({name, rows}) => [name, rows]));
    const claim = t(
      `${f.count(words)} words and ${f.count(columns)} columns of ${f.count(marts.length)} marts, each defined once.`,
      `${f.count(words)} 个术语、${f.count(marts.length)} 个集市的 ${f.count(columns)} 个列，各有唯一定义。`
    );
    const origin = t(
      "The definitions are those of the code that computes the numbers. What lies before the marts: ",
      "定义取自计算这些数字的代码。集市之前的各层见："
    );
    const inputs = html`<a href="${href("/glossary/inputs")}">${t("exports", "导出文件")}</a>`;
    const between = html`<a href="${href("/glossary/between")}"
      >${t("staging and intermediate models", "暂存层与中间层")}</a
    >`;
    const links = html`${inputs}${t(", ", "、")}${between}${t(".", "。")}`;
    return oneLine([
      pageHead({
        title: question[c.lang],
        finding: html`<b>${claim}</b> ${origin}${links}`
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
      grid([
        termList(c),
        panel({
          id: "marts",
          title: t("What does each mart hold?", "每个集市包含什么？"),
          sub: t("Marts are the tables that pages read; columns with their type", "集市是页面所读取的表；列附类型"),
          body: html`<p class="sub">
              ${marts.map(({name}, i) => html`${i > 0 && " · "}<a href="#${name}">${name.slice("mart_".length)}</a>`)}
            </p>
            ${grid(marts.map((mart) => modelEntry(mart, rowsOf.get(mart.name), c)))}`,
          long: true
        })
      ])
    ]);
  },
  live: {module: "glossary", data: (_, {lang}) => ({lang})}
});

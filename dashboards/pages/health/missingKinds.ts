import {contractOf, kindNames, type Kind} from "../../../ingest/contracts/kinds.ts";
import {fieldsOf} from "../../../ingest/contracts/contract.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import type {Context} from "../../context.ts";
import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import {kindWords} from "./kindWords.ts";
import type {LoadRow} from "./rows.ts";

/** The kinds of export that nothing has been loaded of: what to add, and the command. Nothing where all are there. */
export function missingKinds(loads: readonly LoadRow[], c: Context): Html | false {
  const {t} = c;
  const missing = kindNames.filter((kind) => !loads.some((load) => load.kind === kind));
  return (
    missing.length > 0 &&
    panel({
      id: "missing",
      title: t("What is not there yet?", "还缺少哪些数据？"),
      sub: whatToDo(c),
      body: missingTable(missing, c),
      long: true
    })
  );
}

const whatToDo = ({lang}: Context): Html => {
  const config = html`<code>perennial.config.ts</code>`;
  const run = html`<code>perennial run</code>`;
  return lang === "zh"
    ? html`在 ${config} 中添加某类来源，然后运行 ${run}，页面即随之增加内容`
    : html`Add a source of such a kind to ${config} and run ${run}: pages show more with each`;
};

/** A kind in its own words, linked to its fields. */
const kindLink = (kind: Kind, {lang, href}: Context): Html =>
  html`<a href="${href(entryAddress(`raw_${kind}`))}">${kindWords[kind][lang]}</a>`;

function missingTable(kinds: readonly Kind[], c: Context): Html {
  const {t} = c;
  const required = (kind: Kind): Content =>
    fieldsOf(contractOf(kind))
      .filter(({nullable}) => !nullable)
      .map(({name}, i) => [i > 0 && t(", ", "、"), html`<code>${name}</code>`]);
  return table({
    caption: t("Kinds of export without data", "尚无数据的种类"),
    columns: [
      t("No data yet of", "尚无数据"),
      t("Kind of the source", "来源的种类"),
      t("Fields that it needs", "必需字段")
    ],
    rows: kinds.map((kind) => [kindLink(kind, c), html`<code>${kind}</code>`, required(kind)])
  });
}

import {contractOf, kindNames, type Kind} from "../../../ingest/contracts/kinds.ts";
import {fieldsOf} from "../../../ingest/contracts/contract.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import type {Context} from "../../context.ts";
import {empty, html, panel, type Html} from "../../components/index.ts";
import {isRead} from "./isRead.ts";
import {kindWords} from "./kindWords.ts";
import type {LoadRow} from "./rows.ts";

/**
 * The kinds of export that nothing has been loaded of: what to add, and the command; those that no model reads yet in one line.
 * Nothing where all are there.
 */
export function missingKinds(loads: readonly LoadRow[], c: Context): Html | false {
  const missing = kindNames.filter((kind) => !loads.some((load) => load.kind === kind));
  return (
    missing.length > 0 &&
    panel({
      id: "missing",
      title: c.t("What is not there yet?", "还缺少哪些数据？"),
      body: [
        missing.filter(isRead).map((kind) => missingKind(kind, c)),
        alsoLoadable(
          missing.filter((kind) => !isRead(kind)),
          c
        )
      ]
    })
  );
}

function alsoLoadable(kinds: readonly Kind[], {lang, t, href}: Context): Html | false {
  const links = kinds.map(
    (kind, i) =>
      html`${i > 0 && t(", ", "、")}<a href="${href(entryAddress(`raw_${kind}`))}">${kindWords[kind][lang]}</a>`
  );
  const more = kinds.length === 1 ? "1 more kind" : `${kinds.length} more kinds`;
  const claim = t(`${more} can be loaded and asked in SQL: `, `另有 ${kinds.length} 类可载入并用 SQL 查询：`);
  return kinds.length > 0 && html`<p class="sub">${claim}${links}${t(".", "。")}</p>`;
}

function missingKind(kind: Kind, {lang, t, href}: Context): Html {
  const required = fieldsOf(contractOf(kind)).filter(({nullable}) => !nullable);
  const fields = required.map(({name}) => name).join(lang === "zh" ? "、" : ", ");
  const config = html`<code>perennial.config.ts</code>`;
  const run = html`<code>perennial run</code>`;
  const contract = html`<a href="${href(entryAddress(`raw_${kind}`))}">${t(`Fields of ${kind}`, `${kind} 的字段`)}</a>`;
  return empty({
    title: t(`No data yet: ${kindWords[kind].en}`, `尚无数据：${kindWords[kind].zh}`),
    text:
      lang === "zh"
        ? html`请在 ${config} 中添加 <code>${kind}</code> 类来源（必需字段：${fields}），然后运行 ${run}。${contract}`
        : html`Add a source of kind <code>${kind}</code> to ${config} (it needs ${fields}) and run ${run}. ${contract}`
  });
}

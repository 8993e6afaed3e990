import {columnsOf} from "../../../warehouse/columns.ts";
import type {Model, Relation} from "../../../models/model.ts";
import type {Context} from "../../context.ts";
import {html, type Html} from "../../components/index.ts";
import {columnText} from "./columnText.ts";
import {entryAddress} from "./entryAddress.ts";
import {methodOf} from "./method.ts";

/** A relation of more columns than this has them side by side in two lists, over the whole width. */
const MANY = 40;

/** One model: what it holds, how it is computed, its grain, rows and inputs, and a line for every column. Ids are anchors. */
export function modelEntry(model: Model, rows: number | undefined, c: Context): Html {
  const {lang, t, f, href} = c;
  const method = methodOf(model.name);
  const grain = model.grain.join(", ");
  const facts = [
    grain ? t(`One row per ${grain}`, `每个 ${grain} 一行`) : t("One row", "共一行"),
    rows === undefined
      ? t("not built yet", "尚未构建")
      : t(`${f.count(rows)} ${rows === 1 ? "row" : "rows"}`, `${f.count(rows)} 行`)
  ];
  const inputs = model.from.map(
    ({name}, i) => html`${i > 0 && t(", ", "、")}<a href="${href(entryAddress(name))}">${name}</a>`
  );
  const span = columnsOf(model.columns).length > MANY ? 12 : 6;
  return html`<section class="panel span-${span}" id="${model.name}" data-entry>
    <h3>${model.name}</h3>
    <p>${model.title[lang]}</p>
    <p class="sub">
      ${facts.join(" · ")} · <a href="${href("/lineage", {mart: model.name})}">${t("reads", "读取")}</a> ${inputs}
    </p>
    ${method && html`<p class="note" ${lang === "zh" && html` lang="en"`}>${method}</p>`} ${columnList(model, c)}
  </section>`;
}

/** A line for every column of a relation. */
function columnList({name, columns}: Relation, c: Context): Html {
  const all = columnsOf(columns);
  const lines = (some: typeof all) =>
    some.map(
      (column) =>
        html`<dt id="${name}.${column.name}">${column.name}</dt>
          <dd>${columnText(column, c)}</dd>`
    );
  if (all.length <= MANY) return html`<dl class="facts left" style="margin-top:12px">${lines(all)}</dl>`;
  const half = Math.ceil(all.length / 2);
  return html`<div class="grid" style="margin-top:12px;row-gap:5px">
    ${[all.slice(0, half), all.slice(half)].map((some) => html`<dl class="facts left span-6" style="margin-top:0">${lines(some)}</dl>`)}
  </div>`;
}

/** A relation that no model makes: what it holds, and a line for every column. */
export const relationEntry = (relation: Relation, c: Context): Html =>
  html`<section class="panel span-6" id="${relation.name}" data-entry>
    <h3>${relation.name}</h3>
    <p>${relation.title[c.lang]}</p>
    ${columnList(relation, c)}
  </section>`;

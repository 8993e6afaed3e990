import {sum} from "d3";
import type {Relation} from "../../../models/model.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import type {Context} from "../../context.ts";
import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import {isIdentity} from "./checkWords.ts";
import {result} from "./identities.ts";
import type {CheckRow, ModelRow} from "./rows.ts";

/** Every built model: whether it keeps its contract, its rows, how long it took; failed first, then in build order. */
export function builtModels(
  built: readonly ModelRow[],
  checks: readonly CheckRow[],
  relations: readonly Relation[],
  c: Context
): Html {
  const {t, f} = c;
  const checkOf = new Map(checks.filter((row) => !isIdentity(row)).map((row) => [row.subject, row]));
  const place = new Map(relations.map(({name}, i) => [name, i]));
  const order = (row: ModelRow) =>
    checkOf.get(row.name)?.is_passed === false ? -1 : (place.get(row.name) ?? built.length);
  const rows = [...built].sort((a, b) => order(a) - order(b));
  return panel({
    id: "models",
    title: t("Does every model keep its contract?", "每个模型是否符合合约？"),
    sub:
      rows.length > 0 &&
      t(
        `${f.count(rows.length)} models in build order, ${f.number(
          sum(rows, (row) => row.seconds),
          1
        )} seconds in all; types, bounds and grain are tested on every row`,
        `${f.count(rows.length)} 个模型，按构建顺序，共 ${f.number(
          sum(rows, (row) => row.seconds),
          1
        )} 秒；逐行检验类型、取值范围与粒度`
      ),
    body: rows.length
      ? table({
          caption: t("Models", "模型"),
          columns: [
            t("Model", "模型"),
            t("What it holds", "内容"),
            t("One row per", "粒度"),
            {head: t("Rows", "行数"), right: true},
            {head: t("Build, s", "构建（秒）"), right: true, width: "80px"},
            t("Contract", "合约")
          ],
          rows: rows.map((row) =>
            modelRow(
              row,
              relations.find(({name}) => name === row.name),
              checkOf.get(row.name),
              c
            )
          )
        })
      : html`<p>${t("Nothing is built yet; run", "尚未构建，请运行")} <code>perennial run</code></p>`,
    note:
      rows.length > 0 &&
      t(
        "Seconds of the last time that the model was built; an unchanged model is not built again.",
        "用时为该模型最近一次构建；未变化的模型不会重建。"
      ),
    long: true
  });
}

function modelRow(row: ModelRow, relation: Relation | undefined, check: CheckRow | undefined, c: Context): Content[] {
  const {lang, t, f} = c;
  const grain = relation?.grain.join(", ") || t("the whole", "全体");
  return [
    html`<a href="${c.href(entryAddress(row.name))}">${row.name}</a>`,
    relation?.title[lang] ?? f.missing,
    relation ? grain : f.missing,
    f.count(row.rows),
    f.number(row.seconds, 2),
    check ? outcome(check, c) : html`<span class="muted">${t("– not checked", "– 未检查")}</span>`
  ];
}

const outcome = (check: CheckRow, c: Context): Content =>
  check.is_passed ? result(true, c) : html`${result(false, c)}<br /><span lang="en">${check.detail}</span>`;

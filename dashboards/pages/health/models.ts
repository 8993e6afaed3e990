import {groups, greatest, sum} from "d3";
import type {Relation} from "../../../models/model.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import {layerOf} from "../lineage/declared.ts";
import {layerWords} from "../lineage/layerWords.ts";
import type {Context} from "../../context.ts";
import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import {isIdentity} from "./checkWords.ts";
import {result} from "./identities.ts";
import type {CheckRow, ModelRow} from "./rows.ts";

const secondsOf = (rows: readonly ModelRow[]): number => sum(rows, (row) => row.seconds);

/** Whether every built model keeps its contract: each that does not with what is wrong, then all of them by layer. */
export function builtModels(
  built: readonly ModelRow[],
  checks: readonly CheckRow[],
  relations: readonly Relation[],
  c: Context
): Html {
  const {t, f} = c;
  const checkOf = new Map(checks.filter((row) => !isIdentity(row)).map((row) => [row.subject, row]));
  const place = new Map(relations.map(({name}, i) => [name, i]));
  const rows = [...built].sort((a, b) => (place.get(a.name) ?? built.length) - (place.get(b.name) ?? built.length));
  const broken = rows.flatMap((row) => {
    const check = checkOf.get(row.name);
    return check && !check.is_passed ? [{row, check}] : [];
  });
  const seconds = f.number(secondsOf(rows), 1);
  return panel({
    id: "models",
    title: t("Does every model keep its contract?", "每个模型是否符合合约？"),
    sub:
      rows.length > 0 &&
      t(
        `${f.count(rows.length)} ${rows.length === 1 ? "model" : "models"}, ${seconds} seconds in all; types, bounds and grain are tested on every row`,
        `${f.count(rows.length)} 个模型，共 ${seconds} 秒；逐行检验类型、取值范围与粒度`
      ),
    body: rows.length
      ? [broken.length > 0 && brokenTable(broken, relations, c), layerTable(rows, checkOf, c)]
      : html`<p>${t("Nothing is built yet; run", "尚未构建，请运行")} <code>perennial run</code></p>`,
    note: rows.length > 0 && [
      t(
        "Seconds of the last time that a model was built; an unchanged model is not built again. ",
        "用时为各模型最近一次构建；未变化的模型不会重建。"
      ),
      html`<a href="${c.href("/lineage#models")}"
        >${t("Rows of each model and what it reads", "各模型的行数与依赖")}</a
      >`
    ]
  });
}

function brokenTable(
  broken: readonly {row: ModelRow; check: CheckRow}[],
  relations: readonly Relation[],
  c: Context
): Html {
  const {lang, t, f} = c;
  return table({
    caption: t("Models that break their contract", "不符合合约的模型"),
    columns: [
      t("Model", "模型"),
      t("What it holds", "内容"),
      {head: t("Rows", "行数"), right: true},
      t("Contract", "合约")
    ],
    rows: broken.map(({row, check}) => [
      modelLink(row, c),
      relations.find(({name}) => name === row.name)?.title[lang] ?? f.missing,
      f.count(row.rows),
      html`${result(false, c)} <span lang="en">${check.detail}</span>`
    ])
  });
}

function layerTable(rows: readonly ModelRow[], checkOf: ReadonlyMap<string, CheckRow>, c: Context): Html {
  const {lang, t, f} = c;
  return table({
    caption: t("Models by layer", "各层模型"),
    columns: [
      t("Layer", "层"),
      {head: t("Models", "模型"), right: true},
      {head: t("Rows", "行数"), right: true},
      {head: t("Build, s", "构建（秒）"), right: true},
      t("Longest build", "构建最久"),
      t("Contract", "合约")
    ],
    rows: groups(rows, ({name}) => layerOf(name)).map(([layer, own]) => {
      const longest = greatest(own, (row) => row.seconds)!;
      return [
        layerWords[layer][lang],
        f.count(own.length),
        f.count(sum(own, (row) => row.rows)),
        f.number(secondsOf(own), 2),
        html`${modelLink(longest, c)}${t(`, ${f.number(longest.seconds, 2)} s`, `，${f.number(longest.seconds, 2)} 秒`)}`,
        outcome(own, checkOf, c)
      ];
    })
  });
}

const modelLink = ({name}: ModelRow, {href}: Context): Html => html`<a href="${href(entryAddress(name))}">${name}</a>`;

function outcome(rows: readonly ModelRow[], checkOf: ReadonlyMap<string, CheckRow>, c: Context): Content {
  const {t, f} = c;
  const passed = rows.filter(({name}) => checkOf.get(name)?.is_passed === true).length;
  const failed = rows.filter(({name}) => checkOf.get(name)?.is_passed === false).length;
  const open = rows.length - passed - failed;
  return [
    failed > 0 && html`${result(false, c)} ${f.count(failed)}`,
    passed > 0 && html`${failed > 0 && " "}${result(true, c)} ${f.count(passed)}`,
    open > 0 && `${passed + failed > 0 ? " " : ""}${t(`${f.count(open)} not checked`, `${f.count(open)} 个未检查`)}`
  ];
}

import {sum} from "d3";
import type {Contract} from "../../../ingest/contracts/contract.ts";
import type {ledgerLoads} from "../../../ingest/ledgerRelations.ts";
import {columnsOf, type Column} from "../../../warehouse/columns.ts";
import type {RowOf} from "../../../models/model.ts";
import type {Context} from "../../context.ts";
import {html, table, type Content, type Html} from "../../components/index.ts";
import {reasonWords} from "../health/reasonWords.ts";
import {privacyWords, typeWords} from "./typeWords.ts";

type LoadRow = RowOf<typeof ledgerLoads>;

/** One kind of export: its fields, which of them every row needs, how files may call them, and the rules that refuse a row. */
export function kindEntry(contract: Contract, loads: readonly LoadRow[], c: Context): Html {
  const {lang, t} = c;
  const key = contract.key.length
    ? t(`a file holds each ${contract.key.join(", ")} once`, `文件内 ${contract.key.join("、")} 不重复`)
    : t("rows have no key", "行无主键");
  const repeat = t(
    `a later file with the same ${contract.deliveredWith} replaces it`,
    `后续文件中同一 ${contract.deliveredWith} 以新换旧`
  );
  return html`<section class="panel" id="raw_${contract.kind}" data-entry>
    <h3>raw_${contract.kind}</h3>
    <p>${contract.title[lang]}</p>
    <p class="sub">
      ${[t(`Kind ${contract.kind}`, `种类 ${contract.kind}`), loaded(contract, loads, c), key, repeat].join(" · ")}
    </p>
    ${table({
      caption: t(`Fields of ${contract.kind}`, `${contract.kind} 的字段`),
      columns: [
        {head: t("Field", "字段"), width: "15%"},
        {head: t("What it holds", "内容"), width: "27%"},
        {head: t("Type", "类型"), width: "12%"},
        {head: t("Privacy", "隐私"), width: "10%"},
        {head: t("Also known as", "其他列名"), width: "18%"},
        {head: t("Rules", "规则"), width: "18%"}
      ],
      rows: columnsOf(contract.fields).map((field) => fieldRow(field, contract, c))
    })}
  </section>`;
}

function loaded({kind}: Contract, loads: readonly LoadRow[], {t, f}: Context): string {
  const own = loads.filter((load) => load.kind === kind);
  if (!own.length) return t("no data yet", "尚无数据");
  const rows = sum(own, (load) => load.rows_loaded);
  const files = own.length === 1 ? "file" : "files";
  return t(
    `${f.count(rows)} rows loaded from ${f.count(own.length)} ${files}`,
    `已从 ${f.count(own.length)} 个文件载入 ${f.count(rows)} 行`
  );
}

function fieldRow(field: Column, {kind, aliases, rules = []}: Contract, c: Context): Content[] {
  const {lang, t} = c;
  const broken = rules.filter((rule) => rule.field === field.name).map((rule) => reasonWords(rule.reason, c));
  const refused = broken.length ? t(`refused: ${broken.join("; ")}`, `拒绝：${broken.join("；")}`) : undefined;
  return [
    html`<span id="raw_${kind}.${field.name}">${field.name}</span>`,
    field[lang],
    typeWords(field, c),
    privacyWords(field, c) ?? t("public", "公开"),
    (aliases[field.name] ?? []).join(lang === "zh" ? "、" : ", "),
    [field.nullable ? undefined : html`<b>${t("required", "必需")}</b>`, refused]
      .filter((rule) => rule !== undefined)
      .map((rule, i) => [i > 0 && t("; ", "；"), rule])
  ];
}

import {sum} from "d3";
import type {Contract} from "../../../ingest/contracts/contract.ts";
import type {ledgerLoads} from "../../../ingest/ledgerRelations.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import type {RowOf} from "../../../models/model.ts";
import type {Context} from "../../context.ts";
import {html, type Html} from "../../components/index.ts";
import {fieldText} from "./fieldText.ts";

type LoadRow = RowOf<typeof ledgerLoads>;

/** One kind of export: what it is, what of it is loaded, what a repeated delivery does, and a line for every field. Ids are anchors. */
export function kindEntry(contract: Contract, loads: readonly LoadRow[], c: Context): Html {
  const {lang, t} = c;
  const {kind, key, deliveredWith} = contract;
  const unique = key.length
    ? t(`a file holds each ${key.join(", ")} once`, `文件内 ${key.join("、")} 不重复`)
    : t("rows have no key", "行无主键");
  const repeat = t(
    `a later file with the same ${deliveredWith.join(", ")} replaces it`,
    `后续文件中同一 ${deliveredWith.join("、")} 以新换旧`
  );
  return html`<section class="panel span-6" id="raw_${kind}" data-entry>
    <h3>raw_${kind}</h3>
    <p>${contract.title[lang]}</p>
    <p class="sub">${[t(`Kind ${kind}`, `种类 ${kind}`), loaded(contract, loads, c), unique, repeat].join(" · ")}</p>
    <dl class="facts left" style="margin-top:12px">
      ${columnsOf(contract.fields).map(
        (field) =>
          html`<dt id="raw_${kind}.${field.name}">${field.name}</dt>
            <dd>${fieldText(field, contract, c)}</dd>`
      )}
    </dl>
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

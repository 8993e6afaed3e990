import type {Context} from "../../context.ts";
import {html, table, type Content, type Html} from "../../components/index.ts";
import {inputsOf, readersOf, type Graph, type Node} from "./graph.ts";
import {layerWords} from "./layerWords.ts";

/** More readers than this are folded, or their row would be taller than a phone. */
const MOST = 6;

/** Every source and relation with what it reads and what reads it, in build order. */
export function flowTable(graph: Graph, c: Context): Html {
  const {t, lang, f} = c;
  const nodeOf = new Map(graph.nodes.map((node) => [node.id, node]));
  const link = ({name, href}: Node): Html => html`<a href="${href}">${name}</a>`;
  const links = (ids: readonly string[], none: string): Content =>
    ids.length
      ? ids.map((id, i) => [i > 0 && (lang === "zh" ? "、" : ", "), link(nodeOf.get(id)!)])
      : html`<span class="muted">${none}</span>`;
  const folded = (ids: readonly string[]): Content => {
    const all = links(ids, t("– nothing", "– 无"));
    const summary = t(`${f.count(ids.length)} readers`, `${f.count(ids.length)} 个读取方`);
    return ids.length > MOST
      ? html`<details>
          <summary>${summary}</summary>
          ${all}
        </details>`
      : all;
  };
  const rows = graph.nodes
    .filter(({layer}) => layer !== "pages")
    .map((node) => [
      link(node),
      html`<span class="nowrap">${layerWords[node.layer][lang]}</span>`,
      links(
        inputsOf(graph, node.id),
        node.layer === "exports" ? t("– files", "– 文件") : t("– no export yet", "– 尚无导出")
      ),
      folded(readersOf(graph, node.id)),
      html`<span class="nowrap">${node.size ?? f.missing}</span>`
    ]);
  return table({
    caption: t("Sources and models, with what they read", "来源与模型及其依赖"),
    columns: [
      t("Name", "名称"),
      t("Layer", "层"),
      {head: t("Reads from", "读取"), width: "30%"},
      {head: t("Read by", "被读取"), width: "38%"},
      {head: t("Rows", "行数"), right: true}
    ],
    rows
  });
}

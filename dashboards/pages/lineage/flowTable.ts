import type {Context} from "../../context.ts";
import {html, table, type Content, type Html} from "../../components/index.ts";
import {inputsOf, readersOf, type Graph} from "./graph.ts";

/** More readers than this are folded, or their row would be taller than a phone. */
const MOST = 6;

/** Every relation with what it reads and what reads it, in build order. Its own row links to it; other rows name it. */
export function flowTable(graph: Graph, c: Context): Html {
  const {t, lang, f} = c;
  const nodeOf = new Map(graph.nodes.map((node) => [node.id, node]));
  const between = lang === "zh" ? "、" : ", ";
  const list = (words: readonly Content[], none: string): Content =>
    words.length ? words.map((word, i) => [i > 0 && between, word]) : none;
  const input = (id: string): string => {
    const {name, size, layer} = nodeOf.get(id)!;
    return layer === "exports" ? t(`${name} (${size})`, `${name}（${size}）`) : name;
  };
  const reader = (id: string): Content => {
    const {name, href, layer} = nodeOf.get(id)!;
    return layer === "pages" ? html`<a href="${href}">${name}</a>` : name;
  };
  const readBy = (ids: readonly string[]): Content => {
    const all = list(ids.map(reader), t("– nothing", "– 无"));
    const summary = t(`${f.count(ids.length)} readers`, `${f.count(ids.length)} 个读取方`);
    return ids.length > MOST
      ? html`<details>
          <summary>${summary}</summary>
          ${all}
        </details>`
      : all;
  };
  return table({
    caption: t("Models, with what they read", "模型及其依赖"),
    columns: [
      t("Name", "名称"),
      {head: t("Reads from", "读取"), width: "34%"},
      {head: t("Read by", "被读取"), width: "36%"},
      {head: t("Rows", "行数"), right: true}
    ],
    rows: graph.nodes
      .filter(({layer}) => layer !== "exports" && layer !== "pages")
      .map((node) => [
        html`<a href="${node.href}">${node.name}</a>`,
        list(inputsOf(graph, node.id).map(input), t("– no export yet", "– 尚无导出")),
        readBy(readersOf(graph, node.id)),
        node.size ?? f.missing
      ])
  });
}

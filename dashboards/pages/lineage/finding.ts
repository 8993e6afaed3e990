import {sum} from "d3";
import type {Context} from "../../context.ts";
import {html, type Html} from "../../components/index.ts";
import type {Graph, Layer} from "./graph.ts";

/** Where every number comes from, in one sentence with the size of each layer. */
export function finding(graph: Graph, files: number, c: Context): Html {
  const {t, f} = c;
  const count = (layer: Layer) => sum(graph.nodes, (node) => (node.layer === layer ? 1 : 0));
  const [sources, raw, staging, intermediate, marts, pages] = (
    ["exports", "raw", "staging", "intermediate", "marts", "pages"] as const
  ).map(count) as [number, number, number, number, number, number];
  if (!sources) return html`${t("No export has been loaded yet.", "尚未载入任何导出文件。")}`;
  const s = (n: number, word: string) => `${f.count(n)} ${word}${n === 1 ? "" : "s"}`;
  const claim = t(
    `Every number comes from ${s(files, "file")} of ${s(sources, "source")}.`,
    `所有数字均来自 ${f.count(sources)} 个来源的 ${f.count(files)} 个文件。`
  );
  const path = t(
    `They fill ${s(raw, "raw table")}; ${f.count(staging)} staging and ${s(intermediate, "intermediate model")} lead to ${s(marts, "mart")}, which ${s(pages, "page")} ${pages === 1 ? "shows" : "show"}.`,
    `它们载入 ${f.count(raw)} 张原始表，经 ${f.count(staging)} 个暂存模型与 ${f.count(intermediate)} 个中间模型，汇成 ${f.count(marts)} 个集市，展示于 ${f.count(pages)} 个页面。`
  );
  return html`<b>${claim}</b> ${path}`;
}

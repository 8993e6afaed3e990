import {sum} from "d3";
import {kindNames, type Kind} from "../../../ingest/contracts/kinds.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import {isRead} from "../health/isRead.ts";
import {kindWords} from "../health/kindWords.ts";
import type {LoadRow} from "../health/rows.ts";
import type {Context} from "../../context.ts";
import {html, panel, type Html} from "../../components/index.ts";
import {folded} from "./fold.ts";
import type {Graph} from "./graph.ts";

type Load = Pick<LoadRow, "kind" | "source" | "file" | "rows_loaded">;

/** The loaded kinds that lead to no page: of their rows only the time of the last event is read. */
export const otherKinds = (loads: readonly Pick<Load, "kind">[]): Kind[] =>
  kindNames.filter((kind) => !isRead(kind) && loads.some((load) => load.kind === kind));

/** The graph with those kinds as one node, their sources as another. */
export function withOtherKindsFolded(graph: Graph, loads: readonly Load[], {t, f, href}: Context): Graph {
  const kinds = otherKinds(loads);
  if (!kinds.length) return graph;
  const own = loads.filter((load) => kinds.some((kind) => kind === load.kind));
  const sources = new Set(own.map(({source}) => `source:${source}`));
  const relations = new Set(kinds.flatMap((kind) => [`raw_${kind}`, `stg_${kind}`]));
  const count = (n: number, word: string) => `${f.count(n)} ${word}${n === 1 ? "" : "s"}`;
  const sourceNode = {
    id: "source:",
    name: t(count(sources.size, "other source"), `其他 ${f.count(sources.size)} 个来源`),
    layer: "exports" as const,
    size: t(count(own.length, "file"), `${f.count(own.length)} 个文件`),
    href: href("/health#sources")
  };
  const kindNode = {
    id: "kinds",
    name: t(count(kinds.length, "other kind"), `其他 ${f.count(kinds.length)} 类`),
    layer: "staging" as const,
    size: f.count(sum(own, (load) => load.rows_loaded)),
    href: href("/lineage#other-kinds")
  };
  return folded(folded(graph, sources, sourceNode), relations, kindNode);
}

/** Those kinds by name with their rows, each with the way to its fields. Nothing where every loaded kind leads to a page. */
export function otherKindsPanel(loads: readonly Load[], {lang, t, f, href}: Context): Html | false {
  const kinds = otherKinds(loads);
  const rowsOf = (kind: Kind) => sum(loads, (load) => (load.kind === kind ? load.rows_loaded : 0));
  return (
    kinds.length > 0 &&
    panel({
      id: "other-kinds",
      title: t("What is loaded but leads to no page yet?", "哪些数据已载入但尚未用于页面？"),
      sub: t(
        "Rows that can be asked in SQL; models read no more of them than when their last event was",
        "可用 SQL 查询的行；模型仅读取其最近事件的时间"
      ),
      body: html`<p>
        ${kinds.map((kind, i) => [
          i > 0 && t(", ", "、"),
          html`<a href="${href(entryAddress(`raw_${kind}`))}">${kindWords[kind][lang]}</a>`,
          t(` (${f.count(rowsOf(kind))})`, `（${f.count(rowsOf(kind))}）`)
        ])}
      </p>`
    })
  );
}

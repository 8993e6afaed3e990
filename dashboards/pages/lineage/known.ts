import {groups, sum} from "d3";
import type {ledgerLoads, ledgerModels} from "../../../ingest/ledgerRelations.ts";
import {rawRelations} from "../../../ingest/contracts/kinds.ts";
import {models} from "../../../models/index.ts";
import type {RowOf} from "../../../models/model.ts";
import {entryAddress} from "../glossary/entryAddress.ts";
import type {Context} from "../../context.ts";
import type {Page} from "../../page.ts";
import {declaredGraph} from "./declared.ts";
import {layers, type Graph, type Node} from "./graph.ts";

type LoadRow = RowOf<typeof ledgerLoads>;
type ModelRow = RowOf<typeof ledgerModels>;

/** The declared graph with what the ledger knows: sources and files before the raw tables, rows, addresses. */
export function knownGraph(
  loads: readonly LoadRow[],
  built: readonly ModelRow[],
  pages: readonly Page[],
  c: Context
): Graph {
  const {t, f, lang, href} = c;
  const declared = declaredGraph(rawRelations, models, pages);
  const rowsOf = new Map(built.map(({name, rows}) => [name, rows]));
  for (const {name} of rawRelations) {
    rowsOf.set(
      name,
      sum(loads, (load) => (`raw_${load.kind}` === name ? load.rows_loaded : 0))
    );
  }
  const sources = groups(loads, ({source}) => source).map(([source, rows]) => ({
    source,
    kind: rows[0]!.kind,
    files: rows.length
  }));
  const exports = sources.map(({source, files}): Node => ({
    id: `source:${source}`,
    name: source,
    layer: "exports",
    size: t(`${f.count(files)} ${files === 1 ? "file" : "files"}`, `${f.count(files)} 个文件`),
    href: href("/health#sources")
  }));
  const pageOf = new Map(pages.map((page) => [`page:${page.path}`, page]));
  const nodes = declared.nodes.map((node): Node => {
    const page = pageOf.get(node.id);
    if (page) return {...node, name: page.label[lang], href: href(page.path)};
    return {...node, size: f.count(rowsOf.get(node.id)), href: href(entryAddress(node.id))};
  });
  return {
    nodes: layers.flatMap((layer) => [...exports, ...nodes].filter((node) => node.layer === layer)),
    edges: [...sources.map(({source, kind}) => [`source:${source}`, `raw_${kind}`] as const), ...declared.edges]
  };
}

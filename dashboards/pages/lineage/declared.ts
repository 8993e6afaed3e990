import {isModel, type Model, type Relation} from "../../../models/model.ts";
import {inBuildOrder} from "../../../models/compile.ts";
import type {Page} from "../../page.ts";
import type {Edge, Graph, Layer} from "./graph.ts";

const byPrefix: Record<string, Layer> = {raw: "raw", stg: "staging", int: "intermediate", mart: "marts"};

/** The layer of a relation, by its prefix. Throws where it has none of the four. */
export function layerOf(name: string): Layer {
  const layer = byPrefix[name.split("_")[0]!];
  if (!layer) throw new Error(`invalid relation name "${name}": it begins with none of raw_, stg_, int_, mart_`);
  return layer;
}

/**
 * Raw tables, models and pages with what they read, exactly as they declare it.
 *
 * The ledger is left out: it tells of loads and builds, and is no layer that data flows through. A page reads its marts and
 * what its files are made of.
 */
export function declaredGraph(raw: readonly Relation[], models: readonly Model[], pages: readonly Page[]): Graph {
  const plan = inBuildOrder(models).filter((model) => models.includes(model));
  const relations = [...raw, ...plan];
  const known = new Set(relations.map(({name}) => name));
  const readers = pages
    .map((page) => ({page, reads: readsOf(page).filter((name) => known.has(name))}))
    .filter(({reads}) => reads.length > 0);
  const edges: Edge[] = relations.flatMap((relation) =>
    isModel(relation)
      ? relation.from.filter(({name}) => known.has(name)).map(({name}): Edge => [name, relation.name])
      : []
  );
  return {
    nodes: [
      ...relations.map(({name}) => ({id: name, name, layer: layerOf(name)})),
      ...readers.map(({page}) => ({id: `page:${page.path}`, name: page.path, layer: "pages" as const}))
    ],
    edges: [...edges, ...readers.flatMap(({page, reads}) => reads.map((name): Edge => [name, `page:${page.path}`]))]
  };
}

/** Names of the relations that a page shows, or that its files are made of, each once. */
const readsOf = ({marts, streams = []}: Page): string[] => [...new Set([...marts, ...streams].map(({name}) => name))];

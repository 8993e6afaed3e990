/** Where a node stands, in the order of the data flow. */
export const layers = ["exports", "raw", "staging", "intermediate", "marts", "pages"] as const;
export type Layer = (typeof layers)[number];

/** A source, a relation of the warehouse, or a page. */
export interface Node {
  /** The relation's name; "source:shop" and "page:/cohorts" for the others. */
  id: string;
  name: string;
  layer: Layer;
  /** Its size in words: rows, files, marts. */
  size?: string;
  href?: string;
}

/** What is read, and what reads it. */
export type Edge = readonly [from: string, to: string];

/** Everything that data flows through; nodes in build order. */
export interface Graph {
  nodes: readonly Node[];
  edges: readonly Edge[];
}

/** Nearly every model reads the instant of computation; following it would draw the whole warehouse behind each of them. */
export const clock = "int_as_of";

/** Ids that a node reads from. */
export const inputsOf = ({edges}: Graph, id: string): string[] =>
  edges.filter(([, to]) => to === id).map(([from]) => from);

/** Ids that read from a node. */
export const readersOf = ({edges}: Graph, id: string): string[] =>
  edges.filter(([from]) => from === id).map(([, to]) => to);

/** The nodes of the given ids, and the edges between them. */
export const part = ({nodes, edges}: Graph, ids: ReadonlySet<string>): Graph => ({
  nodes: nodes.filter(({id}) => ids.has(id)),
  edges: edges.filter(([from, to]) => ids.has(from) && ids.has(to))
});

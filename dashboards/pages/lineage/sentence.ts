import type {Locale} from "../../format/locale.ts";
import {clock, readersOf, type Graph, type Layer} from "./graph.ts";

/** What is drawn, in a sentence: the chosen node, what it is computed from, what reads it. */
export function sentenceOf(graph: Graph, drawn: Graph, id: string, {lang, t, f}: Locale): string {
  const readers = readersOf(graph, id);
  const nameOf = new Map(graph.nodes.map(({id, name}) => [id, name]));
  const {name, size, layer} = graph.nodes.find((one) => one.id === id)!;
  const inputs = drawn.nodes.filter((one) => one.id !== id && !readers.includes(one.id));
  const count = (wanted: (layer: Layer) => boolean) => inputs.filter((one) => wanted(one.layer)).length;
  const timed = inputs.some((one) => one.id === clock);
  const sources = count((layer) => layer === "exports");
  const tables = count((layer) => layer !== "exports") - Number(timed);
  const whole = size === undefined ? name : t(`${name} (${size} rows)`, `${name}（${size} 行）`);
  const names = readers.map((reader) => nameOf.get(reader)!).join(lang === "zh" ? "、" : ", ");
  const read = names ? t(` Read by ${names}.`, `读取方：${names}。`) : t(" Nothing reads it.", "没有读取方。");
  const from = t(
    `${whole} is computed from ${f.count(tables)} ${tables === 1 ? "table" : "tables"} and ${f.count(sources)} ${sources === 1 ? "source" : "sources"}${timed ? `, as of ${clock}` : ""}.`,
    `${whole}由 ${f.count(tables)} 张表、${f.count(sources)} 个来源计算而来${timed ? `，截止时刻取自 ${clock}` : ""}。`
  );
  return layer === "pages" ? from : from + read;
}

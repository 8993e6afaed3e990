import {locale} from "../format/locale.ts";
import type {Lang} from "../format/lang.ts";
import {drawing} from "../pages/lineage/drawing.ts";
import type {Graph} from "../pages/lineage/graph.ts";
import {sentenceOf} from "../pages/lineage/sentence.ts";
import {upstreamOf} from "../pages/lineage/upstream.ts";
import {bindFilters} from "./filters.ts";

/** What the page's browser code starts with. */
export interface Start {
  lang: Lang;
  currency: string;
  /** The value of the filter that draws the overview. */
  everything: string;
  graph: Graph;
  folded: Graph;
}

/** Redraws the graph for the page or model that the address names (`?mart=`), and says what is drawn. */
export function start({lang, currency, everything, graph, folded}: Start): void {
  const words = locale(lang, currency);
  const {t} = words;
  const place = document.getElementById("lineage")!;
  const line = document.querySelector<HTMLElement>("[data-filter-line]")!;
  const known = [everything, ...graph.nodes.filter(({layer}) => layer !== "exports").map(({id}) => id)];
  bindFilters({mart: {fallback: everything, known}}, ({mart}, unknown) => {
    const drawn = mart === everything ? folded : upstreamOf(graph, mart);
    const sentence = mart === everything ? "" : sentenceOf(graph, drawn, mart, words);
    const lost = t("That is no page or model; everything is drawn.", "没有这样的页面或模型，已显示全部。");
    line.textContent = unknown.length ? lost : sentence;
    place.innerHTML = String(drawing(drawn, sentence || t("Flow of data by layer", "按层的数据流"), words, mart));
  });
}

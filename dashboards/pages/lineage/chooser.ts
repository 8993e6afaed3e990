import type {Context} from "../../context.ts";
import {select, type Html} from "../../components/index.ts";
import type {Graph} from "./graph.ts";
import {layerWords} from "./layerWords.ts";

/** The value of the filter that draws the overview. */
export const everything = "all";

/** Choose what to follow back: everything, a page, or a model. Its value lives in the address as `mart`. */
export function chooser({nodes}: Graph, {lang, t}: Context): Html {
  const order = ["pages", "marts", "intermediate", "staging", "raw"] as const;
  const choices = order.flatMap((layer) =>
    nodes
      .filter((node) => node.layer === layer)
      .map(({id, name}) => ({value: id, name: layer === "pages" ? `${layerWords.pages[lang]}: ${name}` : name}))
  );
  return select({
    name: "mart",
    label: t("Follow", "追溯"),
    choices: [{value: everything, name: t("Everything, folded", "全部（合并显示）")}, ...choices],
    value: everything
  });
}

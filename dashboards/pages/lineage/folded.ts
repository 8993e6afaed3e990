import type {Context} from "../../context.ts";
import {withoutRaw} from "./fold.ts";
import type {Graph} from "./graph.ts";
import {withGroupsFolded} from "./groups.ts";
import {overviewOf} from "./overview.ts";

/** The overview in the words of the page: staging behind the sources themselves, groups of models as one, pages in place of marts. */
export const foldedOf = (graph: Graph, c: Context): Graph => {
  const {t, f} = c;
  return overviewOf(
    withGroupsFolded(withoutRaw(graph), c),
    {id: "page:none", name: t("no page", "无页面"), layer: "pages"},
    (marts) => t(`${f.count(marts)} ${marts === 1 ? "mart" : "marts"}`, `${f.count(marts)} 个集市`)
  );
};

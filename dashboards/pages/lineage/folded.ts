import type {Context} from "../../context.ts";
import {withoutRaw} from "./fold.ts";
import type {Graph} from "./graph.ts";
import {overviewOf} from "./overview.ts";

/** The overview in the words of the page: staging behind the sources themselves, pages in place of marts. */
export const foldedOf = (graph: Graph, {t, f}: Context): Graph =>
  overviewOf(withoutRaw(graph), {id: "page:none", name: t("no page", "无页面"), layer: "pages"}, (marts) =>
    t(`${f.count(marts)} ${marts === 1 ? "mart" : "marts"}`, `${f.count(marts)} 个集市`)
  );

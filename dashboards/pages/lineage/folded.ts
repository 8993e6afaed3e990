import type {Context} from "../../context.ts";
import type {Graph} from "./graph.ts";
import {overviewOf} from "./overview.ts";

/** The overview in the words of the page. */
export const foldedOf = (graph: Graph, {t, f}: Context): Graph =>
  overviewOf(graph, {id: "page:none", name: t("no page", "无页面"), layer: "pages"}, (marts) =>
    t(`${f.count(marts)} ${marts === 1 ? "mart" : "marts"}`, `${f.count(marts)} 个集市`)
  );

import type {Context} from "../../context.ts";
import type {Words} from "../../format/lang.ts";
import {glossaryPage} from "../glossary/entryAddress.ts";
import {folded} from "./fold.ts";
import type {Graph} from "./graph.ts";

/** Intermediate models that find out one thing together; the overview draws each group as one node. */
interface Group {
  id: string;
  name: Words;
  /** The page of the glossary that explains its models. */
  path: string;
  holds: (model: string) => boolean;
}

const groups: readonly Group[] = [
  {
    id: "group:identity",
    name: {en: "who is who", zh: "身份识别"},
    path: "/glossary/identity",
    holds: (model) => glossaryPage(model) === "/glossary/identity"
  },
  {
    id: "group:churn",
    name: {en: "churn", zh: "流失"},
    path: "/glossary/churn",
    holds: (model) => glossaryPage(model) === "/glossary/churn"
  },
  {
    id: "group:value",
    name: {en: "value and contracts", zh: "价值与合同"},
    path: "/glossary/value",
    holds: (model) => glossaryPage(model) === "/glossary/value"
  },
  {
    id: "group:cohorts",
    name: {en: "cohorts", zh: "同期群"},
    path: "/glossary/intermediate",
    holds: (model) => /^int_(cohort_|order_cost$)/.test(model)
  },
  {
    id: "group:rfm",
    name: {en: "RFM of past months", zh: "历月 RFM"},
    path: "/glossary/intermediate",
    holds: (model) => model.startsWith("int_rfm_")
  },
  {
    id: "group:stages",
    name: {en: "stages of life", zh: "生命周期阶段"},
    path: "/glossary/intermediate",
    holds: (model) => /^int_(lifecycle|customer_stage|stage_|second_order)/.test(model)
  },
  {
    id: "group:facts",
    name: {en: "customer facts", zh: "客户事实"},
    path: "/glossary/intermediate",
    holds: (model) => /^int_customer_(?!orders$)/.test(model) && glossaryPage(model) === "/glossary/intermediate"
  }
];

/** The group of a model, with its name; nothing for one that stands alone. */
export const groupOf = (model: string): {id: string; name: Words; path: string} | undefined =>
  model.startsWith("int_") ? groups.find(({holds}) => holds(model)) : undefined;

/** The graph with each group as one node that says how many models it holds. */
export function withGroupsFolded(graph: Graph, {lang, t, f, href}: Context): Graph {
  return groups.reduce((whole, {id, name, path, holds}) => {
    const own = whole.nodes.filter(
      (node) => node.layer === "intermediate" && !node.id.startsWith("group:") && holds(node.id)
    );
    if (own.length < 2) return whole;
    return folded(whole, new Set(own.map((node) => node.id)), {
      id,
      name: name[lang],
      layer: "intermediate",
      size: t(`${f.count(own.length)} models`, `${f.count(own.length)} 个模型`),
      href: href(path)
    });
  }, graph);
}

import type {Context} from "../../context.ts";
import type {Words} from "../../format/lang.ts";
import {glossaryPage} from "../glossary/entryAddress.ts";
import {folded} from "./fold.ts";
import type {Graph, Layer} from "./graph.ts";

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
    id: "group:service",
    name: {en: "tickets and their clocks", zh: "工单与计时"},
    path: "/glossary/service",
    holds: (model) => glossaryPage(model) === "/glossary/service"
  },
  {
    id: "group:voice",
    name: {en: "answers and texts", zh: "作答与文本"},
    path: "/glossary/voice",
    holds: (model) => glossaryPage(model) === "/glossary/voice"
  },
  {
    id: "group:selling",
    name: {en: "deals and leads", zh: "商机与线索"},
    path: "/glossary/selling",
    holds: (model) => ["/glossary/selling", "/glossary/leads"].includes(glossaryPage(model))
  },
  {
    id: "group:campaigns",
    name: {en: "campaigns and actions", zh: "营销与行动"},
    path: "/glossary/campaigns",
    holds: (model) => glossaryPage(model) === "/glossary/campaigns"
  },
  {
    id: "group:loyalty",
    name: {en: "points and tiers", zh: "积分与等级"},
    path: "/glossary/loyalty",
    holds: (model) => glossaryPage(model) === "/glossary/loyalty"
  },
  {
    id: "group:baskets",
    name: {en: "baskets and personas", zh: "购物篮与画像"},
    path: "/glossary/baskets",
    holds: (model) => glossaryPage(model) === "/glossary/baskets"
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

/** The graph with each group of intermediate models as one node that says how many it holds. */
export const withGroupsFolded = (graph: Graph, c: Context): Graph => foldedBy(groups, "intermediate", graph, c);

/** Marts of one subject, by the page of the glossary that explains them. */
const subjects: readonly Group[] = (
  [
    ["/glossary/churn", {en: "marts of churn", zh: "流失集市"}],
    ["/glossary/value", {en: "marts of value and contracts", zh: "价值与合同集市"}],
    ["/glossary/service", {en: "marts of service", zh: "客服集市"}],
    ["/glossary/voice", {en: "marts of what customers say", zh: "客户之声集市"}],
    ["/glossary/selling", {en: "marts of selling", zh: "销售集市"}],
    ["/glossary/leads", {en: "marts of leads", zh: "线索集市"}],
    ["/glossary/campaigns", {en: "marts of campaigns and actions", zh: "营销与行动集市"}],
    ["/glossary/loyalty", {en: "marts of loyalty", zh: "会员集市"}],
    ["/glossary/baskets", {en: "marts of baskets and personas", zh: "购物篮与画像集市"}],
    ["/glossary/customers", {en: "marts of customers", zh: "客户集市"}]
  ] as const
).map(([path, name]) => ({id: `marts:${path}`, name, path, holds: (mart) => glossaryPage(mart) === path}));

/** The row of the table that stands for a model, where it has none of its own. */
export const groupOf = (model: string): {id: string; name: Words; path: string} | undefined =>
  (model.startsWith("int_") ? groups : model.startsWith("mart_") ? subjects : []).find(({holds}) => holds(model));

/** The graph with groups of intermediate models and the marts of each subject as one node each. */
export const withSubjectsFolded = (graph: Graph, c: Context): Graph =>
  foldedBy(subjects, "marts", withGroupsFolded(graph, c), c);

function foldedBy(groups: readonly Group[], layer: Layer, graph: Graph, {lang, t, f, href}: Context): Graph {
  return groups.reduce((whole, {id, name, path}) => {
    const own = whole.nodes.filter((node) => node.layer === layer && groupOf(node.id)?.id === id);
    if (own.length < 2) return whole;
    return folded(whole, new Set(own.map((node) => node.id)), {
      id,
      name: name[lang],
      layer,
      size: t(`${f.count(own.length)} models`, `${f.count(own.length)} 个模型`),
      href: href(path)
    });
  }, graph);
}

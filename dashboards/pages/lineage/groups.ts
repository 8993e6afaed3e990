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

/** The models that a page of the glossary explains, or several: the first is the one that the node leads to. */
const explainedBy = (id: string, name: Words, ...paths: [string, ...string[]]): Group => ({
  id,
  name,
  path: paths[0],
  holds: (model) => paths.includes(glossaryPage(model))
});

const intermediate = "/glossary/intermediate";
const ofIntermediate = (id: string, name: Words, holds: Group["holds"]): Group => ({
  id,
  name,
  path: intermediate,
  holds
});

const groups: readonly Group[] = [
  explainedBy("group:identity", {en: "who is who", zh: "身份识别"}, "/glossary/identity"),
  explainedBy("group:churn", {en: "churn", zh: "流失"}, "/glossary/churn"),
  explainedBy("group:value", {en: "value and contracts", zh: "价值与合同"}, "/glossary/value"),
  explainedBy("group:service", {en: "tickets and their clocks", zh: "工单与计时"}, "/glossary/service"),
  explainedBy("group:voice", {en: "answers and texts", zh: "作答与文本"}, "/glossary/voice"),
  explainedBy("group:selling", {en: "deals and leads", zh: "商机与线索"}, "/glossary/selling", "/glossary/leads"),
  explainedBy("group:campaigns", {en: "campaigns and actions", zh: "营销与行动"}, "/glossary/campaigns"),
  explainedBy("group:loyalty", {en: "points and tiers", zh: "积分与等级"}, "/glossary/loyalty"),
  explainedBy("group:baskets", {en: "baskets and personas", zh: "购物篮与画像"}, "/glossary/baskets"),
  ofIntermediate("group:cohorts", {en: "cohorts", zh: "同期群"}, (model) => /^int_(cohort_|order_cost$)/.test(model)),
  ofIntermediate("group:rfm", {en: "RFM of past months", zh: "历月 RFM"}, (model) => model.startsWith("int_rfm_")),
  ofIntermediate("group:stages", {en: "stages of life", zh: "生命周期阶段"}, (model) =>
    /^int_(lifecycle|customer_stage|stage_|second_order)/.test(model)
  ),
  ofIntermediate(
    "group:facts",
    {en: "customer facts", zh: "客户事实"},
    (model) => /^int_customer_(?!orders$)/.test(model) && glossaryPage(model) === intermediate
  )
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
).map(([path, name]) => explainedBy(`marts:${path}`, name, path));

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

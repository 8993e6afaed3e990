import {ledgerModels} from "../../../ingest/ledgerRelations.ts";
import {models} from "../../../models/index.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import {page} from "../../page.ts";
import {field, filterLine, filters, grid, html, oneLine, pageHead, panel} from "../../components/index.ts";
import {glossaryPage} from "./entryAddress.ts";
import {modelEntry} from "./modelEntry.ts";

type Text = {en: string; zh: string};

interface Layer {
  path: string;
  label: Text;
  question: Text;
  /** What the layer's models are, for the finding: "12 staging models". */
  named: Text;
  sub: Text;
}

/** The page of one layer: each of its models with its columns. One page for all of them would be over 1,500 elements. */
const layerPage = ({path, label, question, named, sub}: Layer) =>
  page({
    path,
    label,
    question,
    marts: [ledgerModels],
    render: ({ledger_models: built}, c) => {
      const {lang, t, f, href} = c;
      const layer = models.filter(({name}) => glossaryPage(name) === path);
      const rowsOf = new Map(built.map(({name, rows}) => [name, rows]));
      const columns = layer.reduce((n, model) => n + columnsOf(model.columns).length, 0);
      const claim = t(
        `${f.count(layer.length)} ${named.en} with ${f.count(columns)} columns, each defined once.`,
        `${f.count(layer.length)} 个${named.zh}，共 ${f.count(columns)} 列，各有唯一定义。`
      );
      return oneLine([
        pageHead({
          eyebrow: html`<a href="${href("/glossary")}">← ${t("Words", "术语")}</a>`,
          title: question[lang],
          finding: html`<b>${claim}</b> ${t(
              "The definitions are those of the code that computes the numbers.",
              "定义取自计算这些数字的代码。"
            )}`
        }),
        filters(
          field({
            name: "q",
            label: t("Filter", "筛选"),
            placeholder: t("e-mail, refund, ticket", "邮箱、退款、工单"),
            width: 260
          })
        ),
        filterLine(),
        grid([
          panel({
            id: "models",
            title: label[lang],
            sub: sub[lang],
            body: html`<p class="sub">
                ${layer.map(({name}, i) => html`${i > 0 && " · "}<a href="#${name}">${name.replace(/^[a-z]+_/, "")}</a>`)}
              </p>
              ${grid(layer.map((model) => modelEntry(model, rowsOf.get(model.name), c)))}`,
            long: true
          })
        ])
      ]);
    },
    live: {module: "glossary", data: (_, {lang}) => ({lang})}
  });

/** The marts of who customers are and what they are worth. */
export const glossaryCustomers = layerPage({
  path: "/glossary/customers",
  label: {en: "Glossary: marts of customers", zh: "术语表：客户集市"},
  question: {en: "What is known of each customer?", zh: "每位客户有哪些信息？"},
  named: {en: "marts of customers", zh: "客户集市"},
  sub: {en: "Marts are the tables that pages read; columns with their type", zh: "集市是页面所读取的表；列附类型"}
});

/** What foretells churn, and what it foretells. */
export const glossaryChurn = layerPage({
  path: "/glossary/churn",
  label: {en: "Glossary: churn", zh: "术语表：流失"},
  question: {en: "How is churn foretold?", zh: "如何预测流失？"},
  named: {en: "models of churn", zh: "流失模型"},
  sub: {
    en: "From what was known of each customer at past month ends to risks, warnings and their tests",
    zh: "从历次月末所知的客户情况，到风险、预警及其检验"
  }
});

/** What customers will spend, and how long contracts last. */
export const glossaryValue = layerPage({
  path: "/glossary/value",
  label: {en: "Glossary: value and contracts", zh: "术语表：价值与合同"},
  question: {en: "How are value and contract life computed?", zh: "如何计算客户价值与合同寿命？"},
  named: {en: "models of lifetime value and contracts", zh: "客户价值与合同模型"},
  sub: {
    en: "Purchase models with their tests, lifetime value, and the survival of contracts",
    zh: "购买模型及其检验、客户生命周期价值与合同存续"
  }
});

/** Tickets, their clocks, and how they are served. */
export const glossaryService = layerPage({
  path: "/glossary/service",
  label: {en: "Glossary: service", zh: "术语表：客户服务"},
  question: {en: "How is service measured?", zh: "如何衡量服务？"},
  named: {en: "models of service", zh: "服务模型"},
  sub: {
    en: "From what happened to each ticket to backlog, promises, causes, and what goes with bad service",
    zh: "从每张工单的经过，到积压、承诺、原因，以及与糟糕服务相关的变化"
  }
});

/** What customers say, and whether somebody came back to them. */
export const glossaryVoice = layerPage({
  path: "/glossary/voice",
  label: {en: "Glossary: voice of customer", zh: "术语表：客户之声"},
  question: {en: "How is the voice of customers read?", zh: "如何读取客户之声？"},
  named: {en: "models of feedback and texts", zh: "反馈与文本模型"},
  sub: {
    en: "Scores and who gives them, texts with their sentiment and themes, the closed loop, Kano",
    zh: "评分及作答者、文本的情感与主题、闭环回访、Kano"
  }
});

/** Deals. */
export const glossarySelling = layerPage({
  path: "/glossary/selling",
  label: {en: "Glossary: selling", zh: "术语表：销售"},
  question: {en: "How is selling measured?", zh: "如何衡量销售？"},
  named: {en: "models of selling", zh: "销售模型"},
  sub: {
    en: "Deals and their stages, what was believed of them, and what came",
    zh: "商机与阶段、当时的预期与实际结果"
  }
});

/** Leads and their score. */
export const glossaryLeads = layerPage({
  path: "/glossary/leads",
  label: {en: "Glossary: leads", zh: "术语表：线索"},
  question: {en: "How are leads judged?", zh: "如何评判线索？"},
  named: {en: "models of leads", zh: "线索模型"},
  sub: {
    en: "What was known of a lead and when, its chance with the tests of it, fields that give the outcome away",
    zh: "线索在何时已知哪些信息、转化概率及其检验、会泄露结果的字段"
  }
});

/** Campaigns, audiences and actions. */
export const glossaryCampaigns = layerPage({
  path: "/glossary/campaigns",
  label: {en: "Glossary: campaigns and actions", zh: "术语表：营销与行动"},
  question: {en: "How are campaigns judged and customers chosen?", zh: "如何评判营销活动、如何挑选客户？"},
  named: {en: "models of campaigns and actions", zh: "营销与行动模型"},
  sub: {
    en: "Campaigns and their effect, audiences, and what to do next",
    zh: "营销活动及其效果、受众与下一步行动"
  }
});

/** Points and tiers. */
export const glossaryLoyalty = layerPage({
  path: "/glossary/loyalty",
  label: {en: "Glossary: loyalty", zh: "术语表：会员"},
  question: {en: "How are points counted?", zh: "如何计算积分？"},
  named: {en: "models of loyalty", zh: "会员模型"},
  sub: {
    en: "Points from earning to expiry, tiers, members beside their like",
    zh: "积分从获得到过期、等级、会员与相似客户对比"
  }
});

/** Baskets, what comes next in them, and personas. */
export const glossaryBaskets = layerPage({
  path: "/glossary/baskets",
  label: {en: "Glossary: baskets and personas", zh: "术语表：购物篮与画像"},
  question: {en: "How are baskets and kinds of customers read?", zh: "如何读取购物篮与客户类型？"},
  named: {en: "models of baskets and personas", zh: "购物篮与画像模型"},
  sub: {
    en: "What is bought together, what comes next, who is due again for what, and the kinds of customers",
    zh: "组合购买、下一件商品、到期复购与客户类型"
  }
});

/** The marts of all other questions. */
export const glossaryMarts = layerPage({
  path: "/glossary/marts",
  label: {en: "Glossary: marts", zh: "术语表：集市"},
  question: {en: "What does each other mart hold?", zh: "其他集市包含什么？"},
  named: {en: "marts of retention and sales", zh: "留存与销售集市"},
  sub: {en: "Marts are the tables that pages read; columns with their type", zh: "集市是页面所读取的表；列附类型"}
});

/** The intermediate models, which several marts share. */
export const glossaryIntermediate = layerPage({
  path: "/glossary/intermediate",
  label: {en: "Glossary: intermediate models", zh: "术语表：中间层"},
  question: {en: "What do several marts share?", zh: "多个集市共用什么？"},
  named: {en: "intermediate models", zh: "中间模型"},
  sub: {
    en: "What is computed of customers, before it is put together by question",
    zh: "按问题汇总之前，对客户所作的计算"
  }
});

/** The staging models: the exports in one shape. */
export const glossaryStaging = layerPage({
  path: "/glossary/staging",
  label: {en: "Glossary: staging models", zh: "术语表：暂存层"},
  question: {en: "What does staging make of the exports?", zh: "暂存层如何整理导出文件？"},
  named: {en: "staging models", zh: "暂存模型"},
  sub: {
    en: "The latest delivery of each record, up to as of, in one shape for all sources",
    zh: "每条记录取截止日前最新一次交付，各来源统一为同一形式"
  }
});

/** Who is who: from records to customers and their golden record. */
export const glossaryIdentity = layerPage({
  path: "/glossary/identity",
  label: {en: "Glossary: identity", zh: "术语表：身份识别"},
  question: {en: "How do records become customers?", zh: "记录如何成为客户？"},
  named: {en: "models of identity", zh: "身份识别模型"},
  sub: {
    en: "From what the sources say of everyone to one customer with one value for each field",
    zh: "从各来源的记录到每位客户及其各字段的取值"
  }
});

import {term, type Subject} from "../term.ts";

/** Words of every page. */
export const conventions: Subject = {
  subject: {en: "Conventions", zh: "约定"},
  terms: [
    term(
      "as-of",
      [
        "As of",
        "The one instant at which everything is computed: configured, or else the last order, ticket, solution or answer loaded. Nothing reads the clock."
      ],
      [
        "截止日",
        "全部指标的计算时刻：由配置指定，否则取已载入的最后一个订单、工单、解决或答卷的时间。不读取系统时钟。"
      ],
      ["int_as_of", "as_of_on"]
    ),
    term(
      "customer",
      [
        "Customer",
        "A person or organisation, not a source's key. Records become one by a rule (the same e-mail, telephone, registration number or company, and nothing that contradicts it), by the score of all that is compared (Fellegi and Sunter), or by a steward's decision, which overrides both."
      ],
      [
        "客户",
        "指个人或组织，而非来源系统的编号。记录依规则（邮箱、电话、登记号或公司名相同且无矛盾）、综合评分（Fellegi–Sunter）或人工决定归并为同一客户，人工决定优先。"
      ],
      ["int_identity_member", "linked_by"]
    ),
    term(
      "pseudonym",
      [
        "Pseudonym",
        "The key under which a customer appears here. It is computed once, from a record of the customer with the company's secret, so that nobody else can recompute it, and kept in a registry: new records do not change it, and after a merger the former keys lead to the one that stays."
      ],
      [
        "假名",
        "客户在本站的编号，由其一条记录与公司密钥一次算出，他人无法还原；编号登记留存，不因新记录而变，合并后旧编号指向保留的编号。"
      ],
      ["mart_customer_360", "customer_id"]
    ),
    term(
      "net-revenue",
      [
        "Net revenue",
        "Σ quantity × unit price − discounts − refunds, without tax and shipping. A cancelled order counts in no revenue."
      ],
      ["净收入", "Σ 数量 × 单价 − 折扣 − 退款，不含税与运费。已取消订单不计收入。"],
      ["stg_orders", "net_revenue"]
    ),
    term(
      "known-customer",
      [
        "Known customer",
        "An order has one where some source names its customer by key, e-mail or telephone. Other orders count in revenue, but in nobody's history."
      ],
      [
        "已识别客户",
        "至少一个来源以编号、邮箱或电话指明客户的订单，即有已识别客户。其余订单计入收入，但不计入任何客户的历史。"
      ],
      ["mart_ledger", "unidentified_orders"]
    ),
    term(
      "partial",
      [
        "Partial (so far)",
        "A period that was still running at as of. It is drawn hollow or hatched and left out of averages and of changes."
      ],
      ["未完结（至今）", "截止时尚未结束的期间；以空心或斜线表示，不计入平均与变化。"],
      ["mart_month", "is_partial"]
    ),
    term(
      "interval",
      [
        "Interval",
        "The range that holds the true value in 95 of 100 samples like this one: Wilson's for shares, the multinomial one for NPS. A difference that does not clear it is “no clear change”."
      ],
      [
        "区间",
        "同类样本 100 次中约 95 次包含真值的范围：占比用 Wilson 区间，NPS 用多项分布区间。未超出区间的差异称“无显著变化”。"
      ]
    ),
    term(
      "withheld",
      [
        "Withheld",
        "A cell with fewer customers than the configuration asks for is not shown, so that nobody can be recognised. A true zero is shown."
      ],
      ["不予显示", "人数少于配置下限的单元格不显示，以免识别个人；真实的零照常显示。"]
    ),
    term(
      "rejected",
      [
        "Rejected",
        "A row that breaks the contract of its kind: a required value is missing, a value is no such value, or a rule does not hold. It is kept apart with its reason."
      ],
      ["拒绝", "违反该类合约的行：缺少必需值、取值不合或违反规则。连同原因单独保存。"],
      ["raw_orders"]
    ),
    term(
      "set-aside",
      [
        "Set aside",
        "A row that a named rule of the configuration keeps out on purpose: counted, kept, no error. Rows read = loaded + rejected + set aside."
      ],
      ["搁置", "按配置中的命名规则有意排除的行：计数、保留、不算错误。读取 = 载入 + 拒绝 + 搁置。"]
    )
  ]
};

import {term, type Subject} from "../term.ts";

/** Words of what to do next and whom to reach. */
export const actions: Subject = {
  subject: {en: "Actions and audiences", zh: "行动与受众"},
  terms: [
    term(
      "action",
      [
        "Action",
        "Something due about a customer: a complaint or bad score to come back to, a planned contact, a deal that does not move, a contract that ends, a call to keep, a refill, points that end, a win-back, an anniversary, a birthday. Due is what falls within the configured days around as_of, and a cancelled contract until it ends."
      ],
      [
        "行动",
        "针对客户的到期事项：待回访的投诉或差评、计划的联系、停滞的商机、到期合同、流失挽留、补货、积分到期、唤回、首单周年与生日。以截止日前后的设定天数为限；已取消的合同列至其终止。"
      ],
      ["mart_action", "action"]
    ),
    term(
      "expected-value",
      [
        "Expected value of an action",
        "What acting may bring or keep, by action: value at risk; chance × amount of a deal; open deals × share won; a contract's term, or its year where it was cancelled; expected revenue of a refill; lifetime value of a win-back. Of several actions for one customer the greatest counts: they are of the same money."
      ],
      [
        "行动的预期金额",
        "行动可带来或保住的金额：风险价值；商机的概率×金额；未结商机×赢单率；合同一期金额，已取消者按一年；补货的预期收入；唤回按客户价值。同一客户多项行动取最大值，不可相加。"
      ],
      ["mart_action", "expected_value"]
    ),
    term(
      "contact-pressure",
      [
        "Contact pressure",
        "Messages that a customer had within the configured days. Who had as many as are allowed gets no further e-mail or text message. An audience that was sent counts until messages of a later time are loaded."
      ],
      [
        "触达压力",
        "客户在设定天数内收到的消息数。达到上限者不再收到邮件或短信。已发送的受众在更晚的消息载入前计为一条。"
      ],
      ["int_action_pressure", "messages"]
    ),
    term(
      "audience",
      [
        "Audience",
        "A rule over the columns of mart_customer_360 that is saved in the configuration under a name, and the customers who meet it as of the build. What is not known meets no condition but null and not."
      ],
      ["受众", "配置中以名称保存的规则（基于 mart_customer_360 的列）及构建时符合的客户。未知值只满足 null 与 not。"],
      ["mart_audience_member", "audience"]
    ),
    term(
      "reachable",
      [
        "May be reached",
        "Agreed to the channel, has an address for it, and had fewer messages lately than are allowed. The latest dated answer counts, of e-mail the record's own mark where there is none. Who never answered is not reached: silence is no consent."
      ],
      [
        "可触达",
        "同意该渠道、有联系方式且近期消息未达上限。以最近的表态为准；邮件无表态时以客户记录为准。从未表态者不触达：沉默不等于同意。"
      ],
      ["mart_audience_member", "reach"]
    )
  ]
};

import {term, type Subject} from "../term.ts";

/** Words of the lifetime value page. */
export const lifetime: Subject = {
  subject: {en: "Lifetime value", zh: "客户价值"},
  terms: [
    term(
      "clv",
      [
        "Lifetime value (CLV)",
        "Net revenue that a customer is expected to bring within the configured horizon, in today's money: purchases expected by the purchase model, each discounted to today, × spend expected per purchase (Gamma–Gamma). Revenue, not profit; what was spent so far is not in it."
      ],
      [
        "客户价值（CLV）",
        "客户在配置的期限内预计带来的净收入，折为现值：购买模型预计的各次购买（折现）× 每次购买的预计金额（Gamma–Gamma）。是收入而非利润，不含已消费部分。"
      ],
      ["mart_customer_value", "clv"]
    ),
    term(
      "purchase-day",
      [
        "Purchase day",
        "A day on which a customer ordered; orders of one day are one purchase. The first starts the clock, all later ones are repeat purchases."
      ],
      ["购买日", "客户下单的日子；同日多单计为一次购买。首个购买日为起点，其后均为重复购买。"],
      ["mart_customer_value", "repeat_days"]
    ),
    term(
      "expected-purchases",
      [
        "Expected purchases",
        "Purchase days that the model expects of a customer within the horizon, given how often they bought, how long ago they last did, and how long they have been known."
      ],
      ["预计购买次数", "依客户的购买次数、距最近购买的时间与相识时长，模型预计其在期限内的购买日数。"],
      ["mart_customer_value", "expected_days"]
    ),
    term(
      "alive",
      [
        "Probability of being alive",
        "Probability that a customer has not stopped buying for good, as the model sees it. BG/NBD says 1 of everybody who bought once, so nothing is shown there unless another model was chosen. The sum over customers is how many are probably still there."
      ],
      [
        "仍是客户的概率",
        "模型认为客户尚未永久停止购买的概率。BG/NBD 对只买过一次者一律给出 1，故除非选用其他模型，否则不显示。各客户概率之和即大约仍在的客户数。"
      ],
      ["mart_customer_value", "alive_share"]
    ),
    term(
      "bg-nbd",
      [
        "BG/NBD, MBG/NBD, Pareto/NBD",
        "Models of how often customers buy and when they stop (Fader, Hardie and Lee 2005; Batislam, Denizel and Filiztekin 2007; Schmittlein, Morrison and Colombo 1987). All say that an active customer buys at random at a rate of their own; in the first two a customer may stop after a purchase, in MBG/NBD also after the first, in Pareto/NBD at any time."
      ],
      [
        "BG/NBD、MBG/NBD、Pareto/NBD",
        "描述客户购买频率与何时停止的模型（Fader、Hardie 与 Lee 2005；Batislam、Denizel 与 Filiztekin 2007；Schmittlein、Morrison 与 Colombo 1987）。三者均假设活跃客户以自身速率随机购买；前两者中客户在某次购买后可能停止（MBG/NBD 含首次），Pareto/NBD 则可在任一时刻停止。"
      ],
      ["mart_purchase_parameter", "model"]
    ),
    term(
      "gamma-gamma",
      [
        "Gamma–Gamma",
        "Model of what a purchase brings (Fader and Hardie 2013): a customer's mean is drawn towards that of all, the more so the fewer their purchases. It assumes that how much and how often are unrelated."
      ],
      [
        "Gamma–Gamma",
        "描述每次购买金额的模型（Fader 与 Hardie 2013）：客户均值向总体均值收缩，购买越少收缩越多。假设金额与频率无关。"
      ],
      ["mart_purchase_parameter", "model"]
    ),
    term(
      "hold-out",
      [
        "Hold-out",
        "The last part of the history, kept from the models while they are fitted, and then compared with what they foretold of it: half of the history, 39 weeks at most, 28 days at least."
      ],
      ["留出", "拟合时不给模型看的最后一段历史，之后与其预测相比：历史的一半，至多 39 周，至少 28 天。"],
      ["mart_value_candidate", "deviance"]
    ),
    term(
      "deviance",
      [
        "Poisson deviance",
        "How far forecasts of counts are from what came, 2 Σ (y ln(y ÷ μ) − y + μ) ÷ customers: 0 is perfect, and missing five of five weighs more than five of fifty."
      ],
      ["泊松偏差", "计数预测与实际的差距，2 Σ (y ln(y ÷ μ) − y + μ) ÷ 客户数：0 为完美，五次错五次重于五十次错五次。"],
      ["mart_value_candidate", "deviance"]
    ),
    term(
      "discount",
      [
        "Discount",
        "Money that comes later counts less: a purchase after t years counts 1 ÷ (1 + rate)^t. The rate of a year is set in the configuration."
      ],
      ["折现", "越晚到来的钱计得越少：t 年后的购买计 1 ÷ (1 + 年率)^t。年率由配置设定。"],
      ["mart_value_summary", "discount_rate"]
    )
  ]
};

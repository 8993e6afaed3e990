/** Two ways to the same number: an accounting identity that must hold on every base. Exact, no tolerance. */
export interface Identity {
  name: {en: string; zh: string};
  /** Scalar SQL of either side. */
  left: string;
  right: string;
}

const live = "where not is_cancelled";

/** What must add up in every build; `check` computes both sides on the real rows. */
export const identities: readonly Identity[] = [
  {
    name: {en: "every row read is loaded, rejected or set aside", zh: "读取行数 = 载入 + 拒绝 + 搁置"},
    left: "select sum(rows_read) from ledger.loads",
    right: "select sum(rows_loaded + rows_rejected + rows_set_aside) from ledger.loads"
  },
  {
    name: {en: "loaded order lines are all in the raw table", zh: "载入的订单明细全部在原始表中"},
    left: "select coalesce(sum(rows_loaded), 0) from ledger.loads where kind = 'order_lines'",
    right: "select count(*) from raw_order_lines"
  },
  {
    name: {en: "revenue of customers sums to the revenue of their orders", zh: "客户收入合计 = 其订单收入合计"},
    left: "select coalesce(sum(net_revenue), 0) from mart_customer_360",
    right: `select coalesce(sum(net_revenue), 0) from int_customer_orders ${live}`
  },
  {
    name: {
      en: "revenue of customers is the ledger's revenue of identified orders",
      zh: "客户收入合计 = 账目中已识别订单收入"
    },
    left: "select coalesce(sum(net_revenue), 0) from mart_customer_360",
    right: "select coalesce(sum(known_net_revenue), 0) from mart_ledger"
  },
  {
    name: {en: "orders of the timeline are the orders of known customers", zh: "时间线订单数 = 已识别客户订单数"},
    left: "select count(*) from mart_customer_timeline where kind = 'order'",
    right: "select coalesce(sum(known_orders), 0) from mart_ledger"
  },
  {
    name: {
      en: "points of the timeline are the loyalty ledger's of known members",
      zh: "时间线积分合计 = 已识别会员积分流水合计"
    },
    left: "select coalesce(sum(points), 0) from mart_customer_timeline",
    right:
      "select coalesce(sum(points), 0) from stg_loyalty_ledger where entry_id in (select entry_id from int_customer_points)"
  },
  {
    name: {en: "points of customers are the points of the timeline", zh: "客户积分余额合计 = 时间线积分合计"},
    left: "select coalesce(sum(points_balance), 0) from mart_customer_360",
    right: "select coalesce(sum(points), 0) from mart_customer_timeline"
  },
  {
    name: {en: "every customer of any event is in customer 360", zh: "任何事件的客户都在客户全貌中"},
    left: "select count(distinct customer_id) from mart_customer_timeline",
    right:
      "select count(distinct customer_id) from mart_customer_timeline where customer_id in (select customer_id from mart_customer_360)"
  },
  {
    name: {
      en: "revenue of cohorts, however they are cut, sums to the revenue of orders",
      zh: "各种划分下的同期群收入合计 = 订单收入合计"
    },
    left: "select coalesce(sum(net_revenue), 0) from mart_cohort_retention",
    right: `select (select count(distinct period || dimension) from mart_cohort_retention) * coalesce(sum(net_revenue), 0)
      from int_customer_orders ${live}`
  },
  {
    name: {en: "customers of cohorts are the customers who ordered", zh: "同期群人数合计 = 下过单的客户数"},
    left: `select coalesce(sum(cohort_customers), 0) from mart_cohort_retention
      where period = 'month' and dimension = 'all' and periods_since_first = 0`,
    right: "select count(*) from mart_customer_360 where orders > 0"
  },
  {
    name: {en: "revenue of months sums to the revenue of orders", zh: "月度收入合计 = 订单收入合计"},
    left: "select coalesce(sum(net_revenue), 0) from mart_month",
    right: `select coalesce(sum(net_revenue), 0) from int_customer_orders ${live}`
  },
  {
    name: {en: "the RFM grid holds every scored customer once", zh: "RFM 网格恰好包含每位计分客户一次"},
    left: "select coalesce(sum(customers), 0) from mart_rfm_grid",
    right: "select count(*) from mart_rfm"
  },
  {
    name: {en: "segments hold every scored customer once", zh: "分群恰好包含每位计分客户一次"},
    left: "select coalesce(sum(customers), 0) from mart_segment",
    right: "select count(*) from mart_rfm"
  },
  {
    name: {en: "today's segments of the history are those of today", zh: "分群历史的当日人数 = 当前分群人数"},
    left: "select coalesce(sum(customers), 0) from mart_segment_month where months_before = 0",
    right: "select count(*) from mart_rfm"
  },
  {
    name: {en: "every scored customer came to a segment by one move", zh: "每位计分客户恰由一次移动进入其分群"},
    left: "select coalesce(sum(customers), 0) from mart_segment_move where months_before = 1 and to_segment <> '(gone)'",
    right: "select count(*) from mart_rfm where exists (select 1 from int_rfm_day where months_before = 1)"
  },
  {
    name: {en: "every buyer came to an ABC class by one move", zh: "每位买家恰由一次移动进入其 ABC 等级"},
    left: "select coalesce(sum(customers), 0) from mart_abc_move",
    right: "select count(*) from mart_abc where exists (select 1 from int_rfm_day where months_before = 12)"
  },
  {
    name: {
      en: "recurring revenue of contracts is that of customers' subscriptions",
      zh: "合同经常性收入 = 客户订阅每月金额合计"
    },
    left: "select coalesce(arg_max(end_amount, contract_month), 0) from mart_contract_month",
    right: "select coalesce(sum(monthly_amount), 0) from int_customer_subscriptions"
  },
  {
    name: {en: "steps of the contract bridge add up to its end", zh: "合同桥接各步骤之和 = 期末金额"},
    left: "select coalesce(sum(monthly_amount), 0) from mart_contract_bridge where step <> 'end'",
    right: "select coalesce(sum(monthly_amount), 0) from mart_contract_bridge where step = 'end'"
  },
  {
    name: {en: "every subscription is a contract or is told why not", zh: "每项订阅为合同或注明未计入的原因"},
    left: "select subscriptions from mart_contract_summary",
    right:
      "select contracts + not_started + without_customer + trials + ended_in_trial + without_end_date + ended_before_start from mart_contract_summary"
  },
  {
    name: {en: "customers of all stages at as_of are all customers", zh: "截止日各阶段客户合计 = 全部客户"},
    left: "select coalesce(sum(customers), 0) from mart_stage_month where month_on = (select max(month_on) from mart_stage_month)",
    right: "select count(*) from mart_customer_360"
  },
  {
    name: {en: "moves between stages add up to the customers at both ends", zh: "阶段流动合计 = 起止两端客户数"},
    left: `select coalesce(sum(customers), 0) + coalesce(sum(customers) filter (from_stage not in ('not_known', 'undated')
        and from_on in (select month_on from mart_stage_month)), 0) from mart_stage_move`,
    right: `select coalesce(sum(customers), 0) from mart_stage_month
      join (select distinct from_on, to_on from mart_stage_move) as moves on month_on in (from_on, to_on)`
  },
  {
    name: {en: "the backlog of a day is the one before + opened − solved", zh: "当日积压 = 前一日积压 + 新建 − 解决"},
    left: "select coalesce(sum(open_tickets), 0) from mart_backlog",
    right: `select coalesce(sum(before_first + net_so_far), 0) from (
      select first_value(open_tickets - opened_tickets + solved_tickets) over (order by backlog_on) as before_first,
        sum(opened_tickets - solved_tickets) over (order by backlog_on) as net_so_far from mart_backlog)`
  },
  {
    name: {en: "the backlog at as_of is the tickets opened − solved so far", zh: "截止日积压 = 累计新建 − 累计解决"},
    left: "select coalesce(max(open_tickets), 0) from mart_backlog where is_as_of",
    right: "select count(*) filter (is_open or solved_at is not null) - count(solved_at) from int_ticket"
  },
  {
    name: {en: "the groups of each dimension of the backlog add up to it", zh: "积压各维度分组合计 = 积压"},
    left: "select coalesce(sum(open_tickets), 0) from mart_backlog_group",
    right: `select 3 * coalesce(sum(open_tickets), 0) from mart_backlog
      where backlog_on > (select as_of_on from int_as_of) - 120`
  },
  {
    name: {en: "the phases of tickets add up to their whole time", zh: "工单各阶段时间之和 = 工单总时间"},
    left: `select coalesce(sum(elapsed_seconds), 0) from int_ticket_step join int_ticket using (ticket_id)
      where is_open or solved_at is not null`,
    right: `select coalesce(sum(date_diff('second', opened_at, coalesce(solved_at, as_of_at))), 0) from int_ticket, int_as_of
      where is_open or solved_at is not null`
  },
  {
    name: {
      en: "the groups of each dimension of the service hold every ticket of the year",
      zh: "服务各维度分组合计 = 近一年工单数"
    },
    left: "select coalesce(sum(tickets), 0) from mart_service_group where dimension <> 'all'",
    right: `select 7 * count(*) from int_ticket, int_as_of where date_diff('day', opened_on, as_of_on) < 365`
  },
  {
    name: {en: "verbatims of all languages are all verbatims", zh: "各语言原话合计 = 全部原话"},
    left: "select coalesce(sum(verbatims), 0) from mart_verbatim_language",
    right: "select count(*) from int_verbatim"
  },
  {
    name: {en: "mentions of themes are the verbatims that name them", zh: "各主题提及合计 = 提及该主题的原话"},
    left: "select coalesce(sum(mentions), 0) from mart_theme",
    right: "select count(*) from int_verbatim_theme"
  },
  {
    name: {en: "answers of all months are all answers", zh: "各月答卷合计 = 全部答卷"},
    left: "select coalesce(sum(answers), 0) from mart_feedback_group where dimension = 'month'",
    right: "select count(*) from int_feedback_answer"
  },
  {
    name: {
      en: "points of the last month are the points of the ledger less those lapsed",
      zh: "最后一月末积分 = 流水积分合计 − 推算失效"
    },
    left: "select coalesce(arg_max(closing_points, points_month), 0) from mart_loyalty_month",
    right: `select (select coalesce(sum(points), 0) from int_customer_points)
      - (select coalesce(sum(points), 0) from int_points_use where use_kind = 'lapse')`
  },
  {
    name: {
      en: "outstanding points less those owed are the points of the last month",
      zh: "未用积分 − 透支积分 = 最后一月末积分"
    },
    left: "select coalesce(sum(outstanding_points - owed_points), 0) from mart_loyalty_summary",
    right: "select coalesce(arg_max(closing_points, points_month), 0) from mart_loyalty_month"
  },
  {
    name: {en: "points by age are the points outstanding", zh: "各账龄积分合计 = 未用积分"},
    left: "select coalesce(sum(outstanding_points), 0) from mart_loyalty_age",
    right: "select coalesce(sum(remaining_points), 0) from int_points_lot"
  },
  {
    name: {en: "redemptions of cohorts are what was redeemed of all lots", zh: "各获得月的兑换合计 = 全部批次的兑换"},
    left: "select coalesce(sum(redeemed_points), 0) from mart_loyalty_cohort",
    right: "select coalesce(sum(redeemed_points), 0) from int_points_lot"
  },
  {
    name: {en: "members of all tiers are all members", zh: "各等级会员合计 = 全部会员"},
    left: "select coalesce(sum(members), 0) from mart_loyalty_tier",
    right: "select count(*) from int_customer_loyalty"
  },
  {
    name: {en: "every member came to a tier by one move", zh: "每位会员恰由一次移动进入其等级"},
    left: "select coalesce(sum(members), 0) from mart_loyalty_move where months_before = 12",
    right: `select count(*) from int_customer_loyalty
      where exists (select 1 from int_member_tier where months_before = 12)`
  },
  {
    name: {
      en: "touches of campaigns are those of members, of nobody known, and after as_of",
      zh: "活动触达 = 成员触达 + 无法识别 + 晚于截止时刻"
    },
    left: "select (select count(*) from stg_touches) + (select count(*) from int_audience_sent)",
    right: `select (select coalesce(sum(touches), 0) from int_campaign_member)
      + (select coalesce(sum(ahead_touches + unknown_touches), 0) from int_campaign)`
  },
  {
    name: {en: "orders after campaigns are those of their segments", zh: "活动后的订单合计 = 各分群订单合计"},
    left: `select coalesce(sum(orders), 0) from int_campaign_member where arm <> 'both' and sent_on is not null`,
    right: "select coalesce(sum(orders), 0) from int_campaign_group where dimension = 'segment'"
  }
];

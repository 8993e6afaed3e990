import {theme, top, type TopTheme} from "./themeOf.ts";

/** What customers say of how they are served: delivery, people, money, orders, the website. */
export const serviceThemes: readonly TopTheme[] = [
  top(
    theme(
      "delivery",
      "Delivery",
      "配送物流",
      `deliver*, shipping, shipped, shipment, dispatch, courier, parcel, tracking, tracked, track my, postage, in transit, postman, driver, came quickly, came fast, next day, arrive, arrival, turned up,
      送货, 配送, 物流, 快递, 外卖员, 骑手, 送餐, 送达, 派送, 发货, 运输, 送来, 送到, 收货, 到货, 包裹, 小哥, 送的快, 送得快, 派件, 单号, 签收`
    ),
    theme(
      "delivery_late",
      "Late delivery",
      "配送延误",
      `late, arrived late, delay, too long to arrive, took too long, took forever, took weeks, took ages, still waiting, weeks late, days late, week late, slow delivery, slow shipping, late again, has not moved, not moving, overdue,
      送得慢, 送的慢, 送餐慢, 太慢, 很慢, 慢死, 迟到, 晚到, 延误, 延迟, 超时, 迟迟, 等了, 等太久, 拖了, 催单, 催了, 还没到, 晚了, 没有更新, 配送慢, 速度慢, 小时才`
    ),
    theme(
      "delivery_lost",
      "Not arrived",
      "未送达",
      `never arrived, not arrived, hasn't arrived, has not arrived, did not arrive, didn't arrive, never came, not received, never received, didn't receive, lost in the post, lost parcel, parcel lost, went missing, no sign of, where is my order, where is my parcel, where's my order, not delivered,
      没收到, 没有收到, 未收到, 还没收到, 丢件, 丢了, 弄丢, 没送到, 没送来, 没有送, 找不到快递, 包裹丢失, 没送成`
    )
  ),
  top(
    theme(
      "order_accuracy",
      "Wrong or missing items",
      "错发漏发",
      `wrong item, wrong order, wrong product, wrong one, wrong thing, wrong colour, wrong color, missing item, item missing, items missing, incomplete order, was missing, were missing, missing from, not what i ordered, sent the wrong, mixed up, mix-up, short by,
      发错, 送错, 错发, 漏发, 漏送, 少送, 少发, 少了, 少一, 送少, 没给, 缺了, 弄错, 搞错, 错了, 和订单不符, 没有筷子, 没筷子, 忘了, 没放, 没送`
    )
  ),
  top(
    theme(
      "staff",
      "Staff and service",
      "员工与服务",
      `staff, service, customer service, customer care, customer support, support team, assistant, agent, representative, rude, polite, helpful, friendly, unhelpful, attitude, helpful people, adviser, advisor,
      服务, 态度, 客服, 店员, 员工, 老板, 商家, 店家, 服务员, 热情, 周到, 耐心, 礼貌, 粗鲁, 不耐烦, 售后, 服务态度`
    ),
    theme(
      "staff_attitude",
      "Attitude",
      "态度",
      `rude, polite, impolite, unhelpful, helpful, friendly, unfriendly, attitude, courteous, patient, kind, arrogant, dismissive,
      态度, 热情, 耐心, 礼貌, 粗鲁, 无礼, 不耐烦, 冷漠, 恶劣, 爱理不理, 敷衍, 推诿, 骂`
    ),
    theme(
      "staff_reply",
      "Answers and waiting for them",
      "回复速度",
      `reply, replied, replies, answered, no answer, no response, response, respond, responded, call back, called back, on hold, wrote back, got back to me, ignored, standard answer, unanswered, chase, chased, chasing, emails unanswered,
      回复, 不回, 没人理, 不理, 没人接, 打不通, 没有回应, 没人回, 答复, 回电, 电话没人, 模板回答, 联系不上, 回邮件, 不接电话, 有人回答`
    )
  ),
  top(
    theme(
      "returns",
      "Returns and refunds",
      "退换与退款",
      `return policy, returned, returning, to return, return it, return this, send it back, send this back, sent it back, sending back, return of, refund, money back, exchange, replacement, replaced, replace, warranty,
      退货, 退款, 退换, 换货, 退回, 退了, 退钱, 赔偿, 赔付, 换一个, 补发, 保修, 退单, 七天无理由, 给退, 寄回`
    ),
    theme(
      "refund",
      "Refunds",
      "退款",
      `refund, money back, reimburse*, compensation, compensate, chargeback, 退款, 退钱, 赔偿, 赔付, 返款, 退还, 到账`
    )
  ),
  top(
    theme(
      "payment",
      "Payment and invoices",
      "支付与账单",
      `payment, paid twice, charged twice, double charged, overcharged, charged, invoice, receipt, billing, bill, card declined, paypal, vat, bank statement, checkout failed,
      支付, 付款, 扣款, 扣费, 多收, 重复扣, 发票, 账单, 收据, 微信支付, 支付宝, 付了两次, 多扣`
    )
  ),
  top(
    theme(
      "website",
      "Website and app",
      "网站与应用",
      `website, web site, site, app, page, checkout, basket, online store, update, user interface, interface, browse, search function, bug,
      网站, 网页, 应用, 软件, 页面, 下单, 购物车, 界面, 系统, 小程序, 客户端, 闪退, 卡顿, app`
    ),
    theme(
      "website_fault",
      "Crashes and errors",
      "闪退与出错",
      `crash*, freezes, froze, error message, error, bug, buggy, slow to load, not loading, won't load, blank screen, keeps crashing, timed out, glitch*,
      闪退, 卡顿, 崩溃, 报错, 打不开, 加载慢, 白屏, 卡死, 出错, 系统错误, 死机`
    ),
    theme(
      "account",
      "Account and login",
      "账户与登录",
      `log in, login, log on, sign in, password, my account, verification code, reset my, locked out, register, change my email, change my e, email address, e mail address, change address, address change,
      登录, 登陆, 密码, 账户, 账号, 帐号, 验证码, 注册, 修改地址, 改地址, 地址, 邮箱`
    )
  ),
  top(
    theme(
      "loyalty",
      "Loyalty programme",
      "会员与积分",
      `points, loyalty, membership, member, rewards, loyalty card, club, 积分, 会员, 会员卡, 等级, 兑换, 权益`
    )
  ),
  top(
    theme(
      "order_change",
      "Orders changed or cancelled",
      "改单与取消",
      `cancel, cancelled, canceled, cancellation, change my order, add to my order, amend my order, wrong address, subscription, unsubscribe,
      取消, 改单, 修改订单, 加一件, 取消订单, 退订, 订阅, 加单`
    )
  )
];

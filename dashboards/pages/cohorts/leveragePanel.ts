import {empty, facts, html, intervalRow, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {recentMonths, type Change} from "./change.ts";
import {leverageOf} from "./leverage.ts";
import type {TriangleData} from "./triangleData.ts";

/** What the change of return is worth in its month, or what one point would be where there is no clear change. */
export function leveragePanel(change: Change | undefined, data: TriangleData, c: Context): Html {
  const {t, f} = c;
  const fix = t("What would it be worth to fix it?", "修复它值多少？");
  const onePoint = t("What is one more point worth?", "多一个百分点值多少？");
  const worth = change && leverageOf(change, data);
  if (!change || !worth)
    return panel({
      span: 6,
      title: onePoint,
      body: empty({
        title: t("Not known yet", "尚未可知"),
        text: t(
          "It needs net revenue, and 50 customers among the newest three complete cohorts and among those before them.",
          "需要净收入，且最新三个完整同期群及其之前各有 50 位客户。"
        )
      })
    });
  const {month} = change;
  const isLoss = change.change.isClear && change.change.value < 0;
  const when = recentMonths(change, c);
  const base = [
    [t(`Customers, first order ${when}`, `客户数（首单 ${when}）`), f.count(worth.customers)],
    [
      t(`Net revenue in month ${month} per customer who ordered`, `第 ${month} 月下单客户人均净收入`),
      html`<span class="nowrap">${f.moneyExact(worth.each, 2)}</span>`
    ]
  ] as const;
  const point = [
    [
      t(`One point more: customers returning in month ${month}`, `多一个百分点：第 ${month} 月多回来的客户`),
      f.number(worth.point.returning, 1)
    ],
    [
      t("One point more: net revenue in that month", "多一个百分点：当月净收入"),
      html`<b class="nowrap">${f.money(worth.point.revenue, {plus: true})}</b>`
    ]
  ] as const;
  const [low, high] = [-worth.revenue.high, -worth.revenue.low];
  const domain = [Math.min(0, low) * 1.1, Math.max(0, high) * 1.1] as const;
  const lost = [
    [t(`More returning in month ${month}`, `第 ${month} 月多回来的客户`), f.count(Math.round(-worth.returning.value))],
    [
      t("Net revenue in that month", "当月净收入"),
      html`<b class="nowrap">${f.money(-worth.revenue.value, {plus: true})}</b>`
    ]
  ] as const;
  return panel({
    span: 6,
    title: isLoss ? fix : onePoint,
    sub: isLoss
      ? t("If the newer customers came back like those before them", "若新近客户恢复此前的复购水平")
      : t(
          "No change of return clears its interval, so this is the scale of one",
          "复购变化未超出区间，因此给出一个百分点的量级"
        ),
    body: isLoss
      ? html`${facts([...base, ...lost])}${intervalRow({
          name: t("95% interval", "95% 区间"),
          value: -worth.revenue.value,
          low,
          high,
          target: 0,
          domain,
          text: f.moneyRange(low, high, {plus: true})
        })}`
      : facts([...base, ...point]),
    note: t(
      `An association, not an effect: these customers may differ for other reasons. Month ${month} alone; the interval is that of the shares.`,
      `这是关联而非因果：这些客户可能在其他方面不同。仅含第 ${month} 月；区间只反映占比的不确定性。`
    )
  });
}

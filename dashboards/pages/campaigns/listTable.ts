import {chip, html, intervalTrack, table, trackScale, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {known, moneyCell, pointsCell, revenueOf, shareOf, toneOf} from "./effectWords.ts";
import type {CampaignRow} from "./rows.ts";
import {isControlHidden} from "./shown.ts";
import {stateWords} from "./words.ts";

/** Campaigns, the newest first: whom they reached, what came back, what they changed, what they cost. */
export function listTable(rows: readonly CampaignRow[], c: Context): Html {
  const {t, f} = c;
  const ends = rows
    .flatMap((row) => known(shareOf(row)) ?? [])
    .flatMap(({low, high}) => [Math.abs(low), Math.abs(high)]);
  const widest = Math.max(0.01, ...ends);
  return table({
    caption: t("Campaigns", "营销活动"),
    columns: [
      t("Campaign", "活动"),
      {head: t("Reached", "触达"), right: true},
      {head: t("Opened", "打开"), right: true},
      {head: t("Ordered", "下单率"), right: true},
      {head: t("Revenue", "净收入"), right: true},
      {head: t("Held back", "对照组"), right: true},
      {head: t("Ordered", "下单率"), right: true},
      {head: t("Effect on who orders", "对下单率的效果"), right: true},
      {
        head: trackScale(
          f.points(-widest, {tight: true, decimals: 0}),
          f.points(widest, {tight: true, decimals: 0}),
          t("Chart", "图")
        ),
        width: "9%"
      },
      {head: t("Effect a customer", "人均效果"), right: true},
      {head: t("Cost", "成本"), right: true},
      {head: t("Return", "回报"), right: true}
    ],
    rows: rows.map((row): Content[] => line(row, widest, c))
  });
}

function line(row: CampaignRow, widest: number, c: Context): Content[] {
  const {t, f, minCell} = c;
  const isFew = isWithheld(row.treated, minCell);
  const [share, revenue] = [known(shareOf(row)), known(revenueOf(row))];
  const why = stateWords(row, c);
  return [
    html`<span class="nowrap">${row.campaign}</span><br /><span class="muted nowrap"
        >${f.date(row.started_on)}${row.campaign_channel && ` · ${row.campaign_channel}`}</span
      >${row.is_partial && html` ${chip(t("so far", "截至目前"))}`}`,
    isFew ? f.missing : row.treated > 0 ? f.count(row.treated) : f.count(row.recipients),
    isFew || row.treated === 0 ? f.missing : f.share(row.opened / row.treated, 0),
    isFew ? f.missing : ranged(row.response_share, row.response_low, row.response_high, c),
    isFew || row.revenue_per_customer === null
      ? f.missing
      : html`${f.money(row.net_revenue)}<br /><span class="muted nowrap"
            >${t(`${f.moneyExact(row.revenue_per_customer, 2)} each`, `人均 ${f.moneyExact(row.revenue_per_customer, 2)}`)}</span
          >`,
    isControlHidden(row, minCell)
      ? t(`fewer than ${minCell}`, `少于 ${minCell}`)
      : row.control > 0
        ? f.count(row.control)
        : html`<span class="muted">${t("none", "无")}</span>`,
    isControlHidden(row, minCell) || row.control === 0
      ? f.missing
      : ranged(row.control_ordered_share, row.control_low, row.control_high, c),
    share ? pointsCell(share, c) : html`<span class="muted">${why}</span>`,
    share && intervalTrack({...share, target: 0, domain: [-widest, widest], tone: toneOf(share)}),
    revenue ? moneyCell(revenue, c) : f.missing,
    row.cost === null ? html`<span class="muted">${t("not known", "未知")}</span>` : f.money(row.cost),
    row.revenue_per_cost === null
      ? f.missing
      : html`<b>${f.number(row.revenue_per_cost, 1)}</b><br /><span class="muted nowrap"
            >${f.range(row.revenue_per_cost_low, row.revenue_per_cost_high, 1)}</span
          >`
  ];
}

const ranged = (share: number | null, low: number | null, high: number | null, {f}: Context): Content =>
  share === null || low === null || high === null
    ? f.missing
    : html`${f.share(share)}<br /><span class="muted nowrap">${f.shareRange(low, high, 0)}</span>`;

import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isClear, known, revenueOf, shareOf, signedMoney} from "./effectWords.ts";
import type {CampaignRow, Summary} from "./rows.ts";
import {measuredOf} from "./shown.ts";

/** How many campaigns can be judged, what they changed; what the last of them did: at most three sentences. */
export function finding(
  {campaigns, measured, clear, responses}: Summary,
  rows: readonly CampaignRow[],
  c: Context
): Html {
  const {t, f} = c;
  const [last] = measuredOf(rows);
  if (measured === 0 || !last)
    return html`<b>${t("No campaign can be judged yet: ", "尚无活动可作判断：")}</b>${
        responses === campaigns
          ? t(
              "none held back a control group, so that all that is known is who ordered afterwards.",
              "均未留对照组，只能知道之后谁下了单。"
            )
          : t("control groups are missing, too small or not as planned.", "对照组缺失、过小或与计划不符。")
      }
      ${t("Hold back some by lot: perennial export audience does it.", "请随机留出部分客户：perennial export audience 可自动完成。")}`;
  const head =
    clear === 0
      ? t(
          `${f.count(measured)} of ${f.count(campaigns)} campaigns held back a control group; none of them clearly changed who orders or what they spend.`,
          `${f.count(campaigns)} 个活动中 ${f.count(measured)} 个留有对照组；均未明确改变下单率或消费。`
        )
      : t(
          `${f.count(clear)} of ${f.count(measured)} campaigns with a control group clearly changed who orders or what they spend.`,
          `${f.count(measured)} 个留有对照组的活动中，${f.count(clear)} 个明确改变了下单率或消费。`
        );
  const share = known(shareOf(last))!;
  const revenue = known(revenueOf(last));
  const lastWords = t(
    ` The last, ${last.campaign}: ${f.points(share.value)} of customers ordering (${f.pointsRange(share.low, share.high)})`,
    `最近一个“${last.campaign}”：下单率 ${f.points(share.value)}（${f.pointsRange(share.low, share.high)}）`
  );
  const money = revenue
    ? t(
        `, ${signedMoney(revenue.value, c)} a customer (${signedMoney(revenue.low, c)} to ${signedMoney(revenue.high, c)})`,
        `，人均净收入 ${signedMoney(revenue.value, c)}（${signedMoney(revenue.low, c)} 至 ${signedMoney(revenue.high, c)}）`
      )
    : "";
  const verdict =
    isClear(share) || (revenue && isClear(revenue)) ? t(".", "。") : t(": no clear change.", "：无明确变化。");
  return html`<b>${head}</b>${lastWords}${money}${verdict}`;
}

import {binOf, empty, html, key, numbers, panel, ramp, scroller, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts} from "../../withheld.ts";
import {silenceWords} from "./bandWords.ts";
import type {RateRow} from "./rows.ts";

/** Lower bounds of the tints: shares of customers who left. */
const breaks = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** How often customers left, by silence and orders: the table that every risk is read from. */
export function ratePanel(rates: readonly RateRow[], horizon: string, c: Context): Html {
  const {t, f, minCell} = c;
  const title = t("How often did customers like these leave?", "同类客户过去有多少流失？");
  if (!rates.length) {
    const text = t(`It fills once a month end is ${horizon} old.`, `待某个月末满 ${horizon}后即可填入。`);
    return panel({span: 6, title, body: empty({title: t("No rates yet", "尚无流失率"), text})});
  }
  const ordered = rates.toSorted((a, b) => a.silence_band - b.silence_band || a.orders_band - b.orders_band);
  const silences = [...new Map(ordered.map((row) => [row.silence_band, row])).values()];
  const orders = [...new Map(ordered.map((row) => [row.orders_band, row])).values()].toSorted(
    (a, b) => a.orders_band - b.orders_band
  );
  const few = withheldParts(
    ordered.map((row) => row.snapshots),
    minCell
  );
  const isFew = (row: RateRow) => few[ordered.indexOf(row)]!;
  const cell = (silence: RateRow, band: RateRow): Html => {
    const row = ordered.find(
      (one) => one.silence_band === silence.silence_band && one.orders_band === band.orders_band
    );
    if (!row) return html`<td></td>`;
    if (isFew(row)) return html`<td class="withheld">–<span class="sr-only"> ${t("withheld", "不予显示")}</span></td>`;
    return html`<td class="q${binOf(row.churn_share, breaks)}">
      <b>${f.share(row.churn_share, 0)}</b>n ${f.count(row.snapshots)}
    </td>`;
  };
  const caption = t("Share that left, by silence and orders", "按沉默与订单数的流失比例");
  const head = (row: RateRow) =>
    t(`${row.orders_label} ${row.orders_label === "1" ? "order" : "orders"}`, `${row.orders_label} 单`);
  return panel({
    span: 6,
    title,
    sub: t(
      `Share without an order in the ${horizon} after a month end; down: days of silence ÷ median gap of all customers, across: orders until then`,
      `月末之后 ${horizon}内未下单的比例；纵：沉默天数 ÷ 全体间隔中位数，横：截至当时的订单数`
    ),
    body: html`${scroller(
      caption,
      html`<table class="tiles named">
        <caption class="sr-only">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("Silence", "沉默")}</th>
            ${orders.map((row) => html`<th scope="col">${head(row)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${silences.map(
            (silence) =>
              html`<tr>
                <th scope="row">${silenceWords(silence, c)}</th>
                ${orders.map((band) => cell(silence, band))}
              </tr>`
          )}
        </tbody>
      </table>`
    )}${numbers(
      {
        caption: t("Shares with their intervals", "比例及其区间"),
        columns: [t("Silence", "沉默"), t("Orders", "订单"), t("Left", "流失"), t("95% interval", "95% 区间"), "n"],
        rows: ordered
          .filter((row) => !isFew(row))
          .map((row) => [
            silenceWords(row, c),
            row.orders_label,
            f.share(row.churn_share),
            f.shareRange(row.churn_low, row.churn_high),
            f.count(row.snapshots)
          ])
      },
      c
    )}`,
    note: html`${ramp(t("Share that left", "流失比例"), t("under 10%", "低于 10%"), t("80% and over", "80% 及以上"))}
    ${ordered.some(isFew) && key("dots", t(`withheld: n under ${minCell}, or it would give such an n away`, `不予显示：n 少于 ${minCell}，或可据此推算`))}
    ${t("n: customer-snapshots; a customer counts once at every month end.", "n 为客户快照数；每位客户在每个月末计一次。")}`
  });
}

import {bridge, csvButton, html, numbers, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {defined} from "./defined.ts";
import type {MonthRow} from "./rows.ts";

/** Months of the bridge. */
const SPAN = 12;
const moves = ["earned_points", "redeemed_points", "expired_points", "lapsed_points", "adjusted_points"] as const;

/** Where points came from and went in the last twelve months that are over, as a bridge that adds up exactly. */
export function accountPanel(months: readonly MonthRow[], c: Context): Html {
  const {t, f} = c;
  const inOrder = months.toSorted((a, b) => +a.points_month - +b.points_month);
  const over = inOrder.filter(({is_partial}) => !is_partial);
  const shown = (over.length ? over : inOrder).slice(-SPAN);
  const [first, last] = [shown[0]!, shown.at(-1)!];
  const names = {
    earned_points: t("Earned", "获得"),
    redeemed_points: t("Redeemed", "兑换"),
    expired_points: t("Expired", "过期"),
    lapsed_points: t("Lapsed (computed)", "失效（推算）"),
    adjusted_points: t("Corrected", "调整")
  };
  const total = (name: (typeof moves)[number]) => shown.reduce((sum, row) => sum + row[name], 0);
  const steps = moves.filter((name) => name === "earned_points" || total(name) !== 0);
  const title = t("Where did points come from and go?", "积分从何而来，去了哪里？");
  return panel(
    {
      span: 7,
      id: "account",
      title,
      definition: defined("outstanding-points", c),
      sub: t(
        `Points from the beginning of ${f.month(first.points_month)} to the end of ${f.month(last.points_month)}`,
        `${f.month(first.points_month)}初至${f.month(last.points_month)}末的积分`
      ),
      actions: html`<span class="needs-script">${csvButton(t("months", "月度"))}</span>`,
      body: html`${bridge(
        {
          label: t(
            `From ${f.count(first.opening_points)} to ${f.count(last.closing_points)} points`,
            `由 ${f.count(first.opening_points)} 到 ${f.count(last.closing_points)} 积分`
          ),
          steps: [
            {name: t("Opening", "期初"), value: first.opening_points, total: true},
            ...steps.map((name) => ({name: names[name], value: total(name)})),
            {name: t("Closing", "期末"), value: last.closing_points, total: true}
          ],
          format: ({value, total: isTotal}) => (isTotal ? f.count(value) : f.score(value))
        },
        c
      )}${numbers(
        {
          caption: t("Points by month", "积分月度收支"),
          columns: [
            t("Month", "月份"),
            t("Opening", "期初"),
            ...steps.map((name) => names[name]),
            t("Closing", "期末")
          ],
          rows: shown.map((row) => [
            f.month(row.points_month),
            f.count(row.opening_points),
            ...steps.map((name) => f.score(row[name])),
            f.count(row.closing_points)
          ])
        },
        c
      )}`,
      note: [
        t("Steps add up to the difference exactly. ", "各步骤之和与差额完全一致。"),
        steps.includes("lapsed_points") &&
          t(
            "Lapsed: past their date and unused, oldest first; the ledger books no expiry.",
            "失效：已过到期日且未使用（先进先出）；流水未记过期。"
          )
      ]
    },
    c
  );
}

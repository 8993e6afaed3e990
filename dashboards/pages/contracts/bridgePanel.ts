import {bridge, csvButton, empty, html, numbers, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {foldedSteps, isTooFew, type Step} from "./foldedSteps.ts";
import type {BridgeRow} from "./rows.ts";

/** What turned the recurring revenue of a year ago into that of now, as a bridge that adds up exactly. */
export function bridgePanel(rows: readonly BridgeRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("Where did the recurring revenue come from?", "经常性收入从何而来？");
  const frame = {span: 7, id: "bridge", title} as const;
  const [start, end] = [rows.find(({step}) => step === "start"), rows.find(({step}) => step === "end")];
  if (!start || !end || rows.every(({monthly_amount}) => monthly_amount === 0))
    return panel({
      ...frame,
      body: empty({
        title: t("No amounts in the contracts", "合同中没有金额"),
        text: t(
          "Map recurring_amount and billing_interval in the subscriptions, then run perennial run.",
          "请在订阅中映射 recurring_amount 与 billing_interval，再运行 perennial run。"
        )
      })
    });
  if (isTooFew(rows, c.minCell))
    return panel({
      ...frame,
      body: empty({
        title: t("Too few customers", "客户过少"),
        text: t(`Fewer than ${c.minCell} had a running contract.`, `有有效合同的客户不足 ${c.minCell} 位。`)
      })
    });
  const steps = foldedSteps(rows, c.minCell);
  const words = (step: Step["step"]) => stepName(step, rows, c);
  return panel({
    ...frame,
    sub: t(
      `Recurring revenue a month, ${f.month(start.from_on)} to ${f.month(start.to_on)}: what began and what ended`,
      `每月经常性收入，${f.month(start.from_on)}至${f.month(start.to_on)}：新增与终止`
    ),
    actions: csvButton(title),
    body: html`${bridge(
      {
        label: t(
          `From ${f.money(start.monthly_amount)} to ${f.money(end.monthly_amount)} a month`,
          `由每月 ${f.money(start.monthly_amount)} 到 ${f.money(end.monthly_amount)}`
        ),
        steps: steps.map(({step, monthly_amount, is_total}) => ({
          name: words(step),
          value: monthly_amount,
          total: is_total
        })),
        format: ({value, total}) => f.money(value, {plus: !total})
      },
      c
    )}${numbers(
      {
        caption: t("Steps of the bridge", "桥接各步骤"),
        columns: [t("Step", "步骤"), t("Contracts", "合同数"), t("A month", "每月金额")],
        rows: steps.map(({step, contracts, monthly_amount}) => [
          words(step),
          f.count(contracts),
          f.moneyExact(monthly_amount, 2)
        ])
      },
      c
    )}`,
    note: html`${t("Steps add up exactly. Prices are those of the latest delivery, so that a raise shows in no step.", "各步骤之和完全一致。价格取最近一次交付的数据，调价不体现为单独步骤。")}${steps.some(({step}) => step === "folded") && t(` Other steps: some of fewer than ${c.minCell} customers, counted together.`, ` 其余步骤：含不足 ${c.minCell} 位客户者，合并计算。`)}`
  });
}

function stepName(step: Step["step"], [row]: readonly BridgeRow[], {t, f}: Context): string {
  return {
    start: t(`Before ${f.month(row!.from_on)}`, `${f.month(row!.from_on)}前`),
    new: t("New", "新增"),
    restarted: t("Came back", "重新开始"),
    ended: t("Ended", "终止"),
    end: t(`End of ${f.month(row!.to_on)}`, `${f.month(row!.to_on)}末`),
    folded: t("Other steps", "其余步骤")
  }[step];
}

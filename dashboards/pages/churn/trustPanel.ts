import {html, panel, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {backtestPart} from "./backtestPart.ts";
import {calibrationPart} from "./calibrationPart.ts";
import {muchPart} from "./muchPart.ts";
import type {BacktestRow, CalibrationRow} from "./rows.ts";
import {verdictOf} from "./verdict.ts";
import {verdictWords} from "./verdictWords.ts";

/** Can we trust this list? The verdict first, then its evidence. */
export function trustPanel(
  backtest: readonly BacktestRow[],
  calibration: readonly CalibrationRow[],
  horizon: string,
  c: Context
): Html {
  const {t, f} = c;
  const verdict = verdictOf(backtest);
  const title = t("Can we trust this list?", "这份名单可信吗？");
  if (!verdict) {
    const text = t(
      `A snapshot is tested with the rates of earlier ones whose ${horizon} are over; none has any yet.`,
      `每个快照用此前已满 ${horizon}的快照来检验；目前尚无。`
    );
    return panel({title, body: tooFew({title: t("Too few snapshots to test", "可检验的快照过少"), text})});
  }
  const [first, last] = [backtest[0]!, backtest.at(-1)!];
  return panel({
    title,
    sub: t(
      `Tested on ${f.count(verdict.snapshots)} month ends, ${f.date(first.snapshot_on)} to ${f.date(last.snapshot_on)} (${f.count(verdict.customers)} customer-snapshots), each with the rates known on its day`,
      `检验 ${f.count(verdict.snapshots)} 个月末快照，${f.date(first.snapshot_on)}至${f.date(last.snapshot_on)}（${f.count(verdict.customers)} 个客户快照），只用当日已知的流失率`
    ),
    body: html`<p class="finding">${verdictWords(verdict, c)}</p>
      <div class="grid">
        <div class="span-4">${calibrationPart(calibration, c)}</div>
        <div class="span-4">${backtestPart(backtest, c)}</div>
        <div class="span-4">${muchPart(verdict, c)}</div>
      </div>`,
    note: t(
      "Snapshots overlap and a customer stands in many of them, so months are not independent and intervals are the least doubt there is.",
      "快照之间有重叠，同一客户会出现多次，因此各月并不独立，区间是不确定性的下限。"
    )
  });
}

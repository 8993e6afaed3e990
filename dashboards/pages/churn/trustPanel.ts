import {facts, html, panel, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {calibrationPart} from "./calibrationPart.ts";
import {choiceWords} from "./choiceWords.ts";
import {comparisonWords} from "./comparisonWords.ts";
import type {Evidence} from "./evidence.ts";
import {horizonWords} from "./horizonWords.ts";
import {liftPart} from "./liftPart.ts";
import {measuresOf} from "./measures.ts";
import {methodsPart} from "./methodsPart.ts";
import {methodInSentence} from "./methodWords.ts";
import {monthsPart} from "./monthsPart.ts";
import type {StateRow} from "./rows.ts";

/** Does a model beat simple rules, by how much, and where not? The verdict first, then its evidence. */
export function trustPanel(evidence: Evidence | null, state: StateRow, c: Context): Html {
  const {t, f} = c;
  const horizon = horizonWords(state.horizon_days, c);
  const title = t("Does it beat simple rules?", "它胜过简单规则吗？");
  if (!evidence) {
    const text = t(
      `A month end is tested with what was learnt from earlier ones whose ${horizon} are over; there is none yet. ${choiceWords(state, c)}`,
      `每个月末用此前已满 ${horizon}的月末所学来检验；目前尚无。${choiceWords(state, c)}`
    );
    return panel({title, body: tooFew({title: t("Nothing could be tested", "尚无可检验的内容"), text})});
  }
  const {ours} = evidence;
  const {claim, lines} = comparisonWords(evidence, c);
  return panel({
    id: "evidence",
    title,
    sub: t(
      `Tested on ${f.count(ours.snapshots)} month ends, ${f.date(state.first_tested_on)} to ${f.date(state.last_tested_on)} (${f.count(ours.customers)} customer-months), each foretold with what was known on its day. The pictures are of ${methodInSentence(ours.method, c)}.`,
      `检验 ${f.count(ours.snapshots)} 个月末，${f.date(state.first_tested_on)}至${f.date(state.last_tested_on)}（${f.count(ours.customers)} 个客户月），只用当日已知信息预测。图为${methodInSentence(ours.method, c)}。`
    ),
    body: html`<p class="choice"><b>${claim}</b></p>
      <ul class="verdict">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${methodsPart(evidence, c)}
      <div class="grid">
        <div class="span-4">${monthsPart(evidence, c)}</div>
        <div class="span-4">${calibrationPart(evidence.calibration, c)}</div>
        <div class="span-4">${liftPart(evidence, c)}</div>
        <div class="span-12">
          ${facts(
            measuresOf(c).map(({name, says}) => [name, says] as const),
            {left: true}
          )}
        </div>
      </div>`,
    note: t(
      "Every number is the mean over month ends; in brackets the gain, its 95% interval where it is known, and in how many months there was one. Month ends hold much the same customers, so the intervals do not shrink with their number.",
      "各数均为各月末的平均；括号内为增益、已知时的 95% 区间及有增益的月数。各月末的客户大体相同，因此区间不随月数增多而收窄。"
    ),
    long: true
  });
}

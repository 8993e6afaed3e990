import {bridgeBars, type BridgeBar, type BridgeStep} from "../../components/bridgeSteps.ts";
import {html, type Html} from "../../components/html.ts";
import {failed} from "../../components/states.ts";
import {weightRows} from "../../components/weightRows.ts";
import type {Locale} from "../../format/locale.ts";
import type {Dictionary} from "./dictionary.ts";
import {weightOf} from "./odds.ts";
import type {Reviewed} from "./review.ts";
import {saidOf} from "./said.ts";
import type {PartySettings} from "./settings.ts";
import {partyName, ruleName} from "./words.ts";

/** How far the sum of the weights may be from the pair's own: every weight is rounded to two decimals. */
const tolerance = (steps: number) => 0.01 + 0.01 * steps;

/** How the weight of a pair comes about: the prior, then what each comparison adds or takes, against the thresholds. */
export function waterfall(
  pair: Reviewed,
  {prior, review, link}: PartySettings,
  dictionary: Dictionary,
  locale: Locale
): Html {
  const {t, f, lang} = locale;
  const words = dictionary[pair.party];
  const said = pair.evidence.map(([comparison, level, weight]) => ({
    said: saidOf(words, comparison, level, lang),
    weight
  }));
  const steps: BridgeStep[] = [
    {name: t("Before any comparison", "比较之前"), value: prior, total: true},
    ...said.map(({said: [name], weight}) => ({name, value: weight})),
    {name: t("All together", "合计"), value: pair.weight, total: true}
  ];
  let bars: BridgeBar[];
  try {
    bars = bridgeBars(steps, tolerance(steps.length));
  } catch (error) {
    return failed({title: t("The weights do not add up", "各权重之和不一致"), cause: (error as Error).message});
  }
  const rows = bars.map((bar, i) => ({
    name: bar.name,
    aside:
      i > 0 && i <= said.length
        ? said[i - 1]!.said[1]
        : i === 0
          ? t("two random records", "任意两条记录")
          : `${f.share(pair.probability)}${t(" that both are one", " 为同一者")}`,
    from: bar.from,
    to: bar.to,
    text: f.score(bar.value, 1),
    tone: bar.total ? ("ink" as const) : bar.value >= 0 ? ("good" as const) : ("bad" as const),
    total: bar.total
  }));
  const silent = words.filter(({id}) => !pair.evidence.some(([comparison]) => comparison === id)).map(({name}) => name);
  const [from, on] = [review, link].map((probability) => f.share(probability, probability > 0.99 ? 1 : 0));
  return html`<p class="sub" id="why-pair">
      ${t(`Pair ${pair.place}: ${partyName(pair.party, locale)}, `, `第 ${pair.place} 对：${partyName(pair.party, locale)}，`)}${t(
        `brought together by ${ruleName(pair.rule, lang)}`,
        `由“${ruleName(pair.rule, lang)}”带到一起`
      )}
    </p>
    ${weightRows({
      label: t(
        `Weights of pair ${pair.place}: ${f.score(prior, 1)} before, ${f.score(pair.weight, 1)} after all comparisons`,
        `第 ${pair.place} 对的权重：比较之前 ${f.score(prior, 1)}，合计 ${f.score(pair.weight, 1)}`
      ),
      rows,
      thresholds: [weightOf(review), weightOf(link)]
    })}
    <p class="note">
      ${t(
        `A weight is log2 of odds: +1 doubles them. Dashed: review from ${from}, link from ${on}.`,
        `权重为概率之比的 log2：+1 即翻倍。虚线：${from} 起复核，${on} 起归并。`
      )}${silent.length > 0 && t(` Not known of both: ${silent.join(", ")}.`, `双方未均提供：${silent.join("、")}。`)}
    </p>`;
}

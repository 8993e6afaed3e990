import {filters, html, key, panel, segmented, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {Dictionary} from "./dictionary.ts";
import {levelPart} from "./levelPart.ts";
import type {LevelRow, Party, RuleRow, WeightRow} from "./rows.ts";
import {rulePart} from "./rulePart.ts";
import type {Settings} from "./settings.ts";
import {weightPart} from "./weightPart.ts";
import {partiesName} from "./words.ts";

/** What the verdicts rest on, of both parties. */
export interface Evidences {
  weights: readonly WeightRow[];
  levels: readonly LevelRow[];
  rules: readonly RuleRow[];
  settings: Settings;
  dictionary: Dictionary;
}

/** Parties of which records were compared, people first. */
const compared = (settings: Settings): Party[] =>
  (["person", "organisation"] as const).filter((party) => settings[party]);

/** The party that is shown first: people, unless organisations alone were compared; none where nothing was. */
export const firstParty = (settings: Settings): Party | undefined => compared(settings)[0];

/** The choice between people and organisations; nothing where there is but one. */
export function partyFilter({settings}: Evidences, c: Context): Html | false {
  const parties = compared(settings);
  return (
    parties.length > 1 &&
    html`<div style="margin-top:28px">
      ${filters(
        segmented({
          name: "party",
          label: c.t("How records are compared, of", "比较方式"),
          value: parties[0]!,
          choices: parties.map((value) => ({value, name: partiesName(value, c)}))
        })
      )}
    </div>`
  );
}

export const weightPanel = (evidences: Evidences, party: Party, c: Context): Html =>
  panel({
    id: "weights",
    title: c.t("How clear are the verdicts?", "判断有多明确？"),
    sub: c.t(
      "Compared pairs by match weight, the log2 of the odds that both are one",
      "按匹配权重（同一者概率之比的 log2）统计的比较记录对"
    ),
    body: html`<div id="weights-body">${weightPart(evidences.weights, party, evidences.settings[party]!, c)}</div>`
  });

export const levelPanel = (evidences: Evidences, party: Party, c: Context): Html =>
  panel({
    id: "levels",
    title: c.t("What speaks for and against a match?", "哪些证据支持或反对？"),
    sub: c.t(
      "Weight = log2(m ÷ u). m: share of true pairs this much alike; u: share of strangers who are",
      "权重 = log2(m ÷ u)。m：同一者中有此相似程度的比例；u：陌生人中的比例"
    ),
    body: html`<div id="levels-body">${levelPart(evidences.levels, party, evidences.dictionary, c)}</div>`,
    note: html`${key("fill", c.t("for one customer", "支持"), "good")}${key("fill", c.t("against", "反对"), "bad")}${key("pale", c.t("usual value: too few pairs to learn it", "常用值：样本不足以估计"), "good")}${c.t(
      "Frequent names and places weigh less than shown, rare ones more.",
      "常见姓名与地点的实际权重低于所示，罕见者更高。"
    )}`,
    long: true
  });

export const rulePanel = (evidences: Evidences, party: Party, c: Context): Html =>
  panel({
    id: "rules",
    title: c.t("Which records are compared at all?", "哪些记录会被比较？"),
    sub: c.t(
      "Blocking rules: what two records must have in common; a pair may be found by several",
      "分块规则：两条记录必须相同之处；一对可由多条规则找到"
    ),
    body: html`<div id="rules-body">${rulePart(evidences.rules, party, c)}</div>`,
    note: c.t(
      "Skipped: values so frequent that their pairs would drown the others; other rules still bring these records together.",
      "跳过：过于常见的值，其记录对会淹没其余；这些记录仍可由其他规则带到一起。"
    ),
    long: true
  });

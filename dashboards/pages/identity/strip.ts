import {kpis, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {firstParty} from "./evidencePanels.ts";
import type {PartyRow} from "./rows.ts";
import type {Settings} from "./settings.ts";
import type {Totals} from "./totals.ts";
import {partiesName} from "./words.ts";

/** Six numbers: what there was, what became of it, what is open, and what could not be found. They link to panels that the page has. */
export function strip(totals: Totals, parties: readonly PartyRow[], settings: Settings, c: Context): Html {
  const {t, f} = c;
  const {records, customers, rule, score, steward, pairs, reviews, compared, unlinkable, contact} = totals;
  const present = parties.filter((row) => row.records > 0).toSorted((a, b) => b.records - a.records);
  const isCompared = firstParty(settings) !== undefined;
  const share = (part: number, whole: number, decimals = 1) => (whole ? f.share(part / whole, decimals) : f.missing);
  const items: Kpi[] = [
    {
      label: t("Records", "记录"),
      value: f.kpi(records),
      versus: present.map((row) => `${f.count(row.records)} ${partiesName(row.party, c)}`).join(t(", ", "，")),
      note: contact > 0 && t(`${f.count(contact)} without a key`, `其中 ${f.count(contact)} 条无编号`)
    },
    {
      label: t("Customers", "客户"),
      href: c.href("/customers"),
      value: f.kpi(customers),
      versus: t(`${f.number(records / customers, 2)} records each`, `每位 ${f.number(records / customers, 2)} 条记录`)
    },
    {
      label: t("Tied by score", "按评分归并"),
      href: isCompared ? "#weights" : undefined,
      value: f.kpi(score),
      unit: t("records", "条"),
      versus: share(score, records),
      note: [
        t(`${f.count(rule)} by a rule`, `按规则 ${f.count(rule)} 条`),
        steward > 0 && t(`${f.count(steward)} by a steward`, `人工 ${f.count(steward)} 条`)
      ]
        .filter(Boolean)
        .join(t(", ", "，"))
    },
    {
      label: t("Waiting for review", "待复核"),
      href: reviews ? "#review" : undefined,
      value: f.kpi(reviews),
      unit: t("pairs", "对"),
      versus: t(`of ${f.count(pairs)} with a score`, `已评分 ${f.count(pairs)} 对`),
      note: doubtless(totals, c)
    },
    {
      label: t("Unlinkable", "无法归并"),
      value: share(unlinkable, compared),
      versus: isCompared
        ? t(
            `${f.count(unlinkable)} of ${f.count(compared)} records`,
            `${f.count(compared)} 条中 ${f.count(unlinkable)} 条`
          )
        : t("no records are compared", "没有记录可比较"),
      definition: {
        id: "unlinkable",
        term: t("Unlinkable", "无法归并"),
        text: t(
          "A record that says so little that even a record equal to it would not reach the threshold of a link.",
          "信息过少的记录：即使与完全相同的另一条记录相比，也达不到归并阈值。"
        )
      }
    },
    recall(present, isCompared, c)
  ];
  return kpis(items, c);
}

/** Pairs in doubt that wait no more. */
function doubtless({settled, unsure}: Totals, {t, f}: Context): string {
  const parts = [
    settled && t(`${f.count(settled)} in doubt are one by others`, `另 ${f.count(settled)} 对已由其他记录对归并`),
    unsure && t(`${f.count(unsure)} left unsure`, `${f.count(unsure)} 对人工未定`)
  ];
  return parts.filter(Boolean).join(t(", ", "，"));
}

/** The recall of the party with more records; the other one under it. */
function recall(present: readonly PartyRow[], isCompared: boolean, c: Context): Kpi {
  const {t, f} = c;
  const [first, ...others] = present;
  const shareOf = (row: PartyRow) => `${partiesName(row.party, c)} ${f.share(row.blocking_recall)}`;
  return {
    label: t("Blocking recall", "分块召回率"),
    href: isCompared ? "#rules" : undefined,
    value: f.share(first?.blocking_recall ?? null),
    versus: isCompared
      ? first && `${partiesName(first.party, c)}${t(", estimated", "，估计值")}`
      : t("no records are compared", "没有记录可比较"),
    note: isCompared && others.length > 0 && others.map(shareOf).join(t(", ", "，")),
    definition: {
      id: "recall",
      term: t("Blocking recall", "分块召回率"),
      text: t(
        "Not every record is compared with every other. Of all pairs of records within customers, this share was brought together by some blocking rule; the others were tied through a third record. Pairs that no rule and no third record brings together are not known, so the truth may be lower.",
        "并非每条记录都与其他记录逐一比较。此为同一客户内的记录对中被某条分块规则带到一起的比例，其余经由第三条记录归并。既无规则也无第三条记录相连者无从得知，实际可能更低。"
      )
    }
  };
}

import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {defined} from "./defined.ts";
import type {CampaignRow} from "./rows.ts";
import {isControlHidden, LONGEST, newestFirst} from "./shown.ts";

/** Whether lots were drawn as planned: sizes, spend before, other campaigns. */
export function trustPanel(rows: readonly CampaignRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  const shown = newestFirst(rows)
    .filter((row) => row.control > 0 && !isControlHidden(row, minCell))
    .slice(0, LONGEST);
  if (!shown.length) return false;
  return panel(
    {
      span: 6,
      id: "trust",
      definition: defined("sample-ratio", c),
      title: t("Were the arms drawn fairly?", "分组是否公平？"),
      sub: t(
        "Sizes against the plan, and spend in the year before, of reached and held back",
        "两组人数对照计划，以及前一年消费是否相当"
      ),
      body: table({
        caption: t("Fairness of arms", "分组公平性"),
        columns: [
          t("Campaign", "活动"),
          {head: t("Held back", "对照占比"), right: true},
          t("Sizes", "人数"),
          t("Spend before", "前期消费"),
          {head: t("Other campaigns", "同期其他活动"), right: true}
        ],
        rows: shown.map((row): Content[] => [
          row.campaign,
          html`${f.share(row.control / (row.treated + row.control))}<br /><span class="muted nowrap"
              >${row.planned_share === null ? t("none planned", "未计划") : t(`planned ${f.share(row.planned_share, 0)}`, `计划 ${f.share(row.planned_share, 0)}`)}</span
            >`,
          judged(row.ratio_p, 0.001, t("no ratio was planned", "未计划比例"), c),
          judged(row.balance_p, 0.05, t("too few", "过少"), c),
          overlap(row, c)
        ])
      }),
      note: t(
        "Sizes as uneven by lot in under one of a thousand draws: something went wrong and no effect is read. Spend before unequal at p < 0.05: the adjusted effect takes it into account.",
        "若该比例由抽签产生的概率低于千分之一，则分组有误，不判断效果。前期消费不等（p < 0.05）时，调整后的效果已予以考虑。"
      )
    },
    c
  );
}

function judged(p: number | null, below: number, none: string, {t, f}: Context): Content {
  if (p === null) return html`<span class="muted">${none}</span>`;
  const text = p < 0.001 ? "p < 0.001" : `p ${f.number(p, 2)}`;
  return p < below
    ? html`<b class="bad">${t("uneven", "不均")}</b><br /><span class="muted nowrap">${text}</span>`
    : html`${t("as drawn", "符合")}<br /><span class="muted nowrap">${text}</span>`;
}

function overlap(
  {overlapping_treated: a, overlapping_control: b, treated, control}: CampaignRow,
  {f, minCell}: Context
): Content {
  if (isWithheld(a, minCell) || isWithheld(b, minCell)) return f.missing;
  return a + b === 0 ? "0" : html`<span class="nowrap">${f.share(a / treated, 0)} · ${f.share(b / control, 0)}</span>`;
}

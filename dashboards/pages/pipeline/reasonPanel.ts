import {barRows, empty, html, key, numbers, panel, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {reasonsOf} from "./reasons.ts";
import type {ReasonRow} from "./rows.ts";
import {reasonName} from "./words.ts";

/** Why deals are lost. */
export function reasonPanel(rows: readonly ReasonRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {span: 6, id: "reasons", title: t("Why do we lose?", "为何输单？")} as const;
  const lost = rows.reduce((sum, row) => sum + row.lost, 0);
  if (lost === 0)
    return panel({
      ...frame,
      body: empty({
        title: t("Nothing was lost in the last 365 days", "近 365 天没有输单"),
        text: t("Deals lost nobody knows when do not count.", "输单日期不明者不计。")
      })
    });
  if (isWithheld(lost, minCell))
    return panel({
      ...frame,
      body: tooFew({
        title: t(`Fewer than ${f.count(minCell)} were lost`, `输单少于 ${f.count(minCell)} 个`),
        text: t("Their reasons are withheld.", "原因不予显示。")
      })
    });
  if (rows.every((row) => row.loss_reason === "unknown" || row.lost === 0))
    return panel({
      ...frame,
      body: empty({
        title: t("No reason is given", "均未注明原因"),
        text: html`${t(
          `None of ${f.count(lost)} lost deals says why. Map the column `,
          `${f.count(lost)} 个输单均未注明原因。请映射列 `
        )}<code>loss_reason</code>${t(".", "。")}`
      })
    });
  const reasons = reasonsOf(rows, minCell);
  const name = (reason: string | null) => (reason === null ? t("others", "其他") : reasonName(reason, c));
  return panel({
    ...frame,
    sub: t(`Share of ${f.count(lost)} deals lost in the last 365 days`, `近 365 天 ${f.count(lost)} 个输单的占比`),
    body: html`${barRows({
      label: t("Reasons of losses", "输单原因"),
      nameWidth: "168px",
      rows: reasons.map((row) => ({
        name: name(row.name),
        to: row.share,
        low: row.low ?? undefined,
        high: row.high ?? undefined,
        tone: row.name === null || row.name === "unknown" ? "c7" : "c4",
        text: f.share(row.share, 0)
      }))
    })}${numbers(
      {
        caption: t("Reasons of losses", "输单原因"),
        columns: [
          t("Reason", "原因"),
          t("Lost", "输单"),
          t("Share", "占比"),
          t("95% interval", "95% 区间"),
          t("the year before", "前一年"),
          t("Amount", "金额")
        ],
        rows: reasons.map((row) => [
          name(row.name),
          f.count(row.lost),
          f.share(row.share, 0),
          f.shareRange(row.low, row.high, 0),
          row.before === "few" ? t("too few", "过少") : f.share(row.before, 0),
          row.value === 0 ? f.missing : f.money(row.value)
        ])
      },
      c
    )}`,
    note: html`${key("line", t("95% interval", "95% 区间"))}${
      minCell > 1 &&
      t(
        `Reasons of fewer than ${f.count(minCell)} deals are counted together.`,
        `少于 ${f.count(minCell)} 个的原因合并计数。`
      )
    }`
  });
}

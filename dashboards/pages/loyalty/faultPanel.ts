import {html, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {FaultRow} from "./rows.ts";
import {faultAdvice, faultName} from "./words.ts";

/** What does not add up in the account, how much of it, and what is done about it. */
export function faultPanel(rows: readonly FaultRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const found = rows.filter(({entries}) => entries > 0).toSorted((a, b) => b.entries - a.entries);
  const frame = {span: 6, id: "faults", title: t("Does the account add up?", "账目是否相符？")} as const;
  const clean = rows.filter(({entries}) => entries === 0).map(({fault}) => faultName(fault, c).toLowerCase());
  if (!found.length)
    return panel({
      ...frame,
      body: t(
        `Every entry adds up; none of these was found: ${clean.join("; ")}.`,
        `每条流水均相符；未发现：${clean.join("；")}。`
      )
    });
  const few = t(`under ${f.count(minCell)}`, `不足 ${f.count(minCell)}`);
  return panel({
    ...frame,
    sub: t("Kinds of faults in the entries of the points account", "积分流水中的异常"),
    body: table({
      caption: t("What does not add up", "账目异常"),
      columns: [
        t("Fault", "异常"),
        {head: t("Entries", "流水"), right: true},
        {head: t("Members", "会员"), right: true},
        {head: t("Points", "积分"), right: true}
      ],
      rows: found.map((row) => {
        const isFew = isWithheld(row.members, minCell) || isWithheld(row.entries, minCell);
        return [
          html`${faultName(row.fault, c)}<br /><span class="muted">${faultAdvice(row.fault, c)}</span>`,
          isWithheld(row.entries, minCell) ? few : f.count(row.entries),
          row.fault === "unknown_member" ? f.missing : isWithheld(row.members, minCell) ? few : f.count(row.members),
          isFew ? f.missing : f.count(row.points)
        ];
      })
    }),
    note: clean.length > 0 && t(`Not found: ${clean.join("; ")}.`, `未发现：${clean.join("；")}。`)
  });
}

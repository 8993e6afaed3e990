import {csvButton, empty, html, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import {defined} from "./defined.ts";
import type {TierRow} from "./rows.ts";
import {tierName} from "./words.ts";

/** Tiers that the table shows. */
const SHOWN = 12;

/** Who is in which tier, and what tiers bring. */
export function tierPanel(tiers: readonly TierRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {
    span: 6,
    id: "tiers",
    definition: defined("member-tier", c),
    title: t("Who is in which tier?", "各等级有多少会员？")
  } as const;
  const rows = tiers.toSorted((a, b) => b.position - a.position).slice(0, SHOWN);
  if (!rows.some(({position}) => position > 0))
    return panel(
      {
        ...frame,
        body: empty({
          title: t("No tiers", "没有等级"),
          text: t(
            'Map tier in the export of the ledger, or name the tiers in perennial.config.ts: loyalty: {tiers: [{tier: "Gold", points: 1000}]}, then run perennial run.',
            '请映射流水导出中的会员等级，或在 perennial.config.ts 中写明：loyalty: {tiers: [{tier: "Gold", points: 1000}]}，再运行 perennial run。'
          )
        })
      },
      c
    );
  const hidden = withheldParts(
    rows.map(({members}) => members),
    minCell
  );
  const all = rows.reduce((sum, {members}) => sum + members, 0);
  const limit = ({from_points: points, from_revenue: revenue}: TierRow) =>
    points !== null
      ? t(`${f.count(points)} points`, `${f.count(points)} 积分`)
      : revenue !== null
        ? f.moneyExact(revenue)
        : f.missing;
  return panel(
    {
      ...frame,
      sub: t(
        `Members on ${f.date(c.asOf)}, highest tier first; points and net revenue per member of 365 days`,
        `${f.date(c.asOf)} 的会员，由高到低；近 365 天人均积分与净收入`
      ),
      actions: html`<span class="needs-script">${csvButton(t("tiers", "等级"))}</span>`,
      body: table({
        caption: t("Tiers of members", "会员等级"),
        columns: [
          t("Tier", "等级"),
          {head: t("From", "门槛"), right: true},
          {head: t("Members", "会员"), right: true},
          {head: t("Share", "占比"), right: true},
          {head: t("Active", "活跃"), right: true},
          {head: t("Points earned", "获得积分"), right: true},
          {head: t("Net revenue", "净收入"), right: true}
        ],
        rows: rows.map((row, i) => {
          const told = (text: string) => (hidden[i] ? f.missing : text);
          const each = (total: number) => (row.members ? total / row.members : null);
          return [
            tierName(row.tier, c),
            html`<span class="nowrap">${limit(row)}</span>`,
            told(f.count(row.members)),
            told(f.share(all ? row.members / all : null, 0)),
            told(f.share(each(row.active_members), 0)),
            told(f.count(each(row.earned_points_365d))),
            told(f.moneyExact(each(row.net_revenue_365d)))
          ];
        })
      }),
      note: [
        rows.every((row) => row.from_points === null && row.from_revenue === null) &&
          t("Tiers as the ledger names them. ", "等级以流水所载为准。"),
        hidden.some(Boolean) && withheldWords(minCell, c)
      ]
    },
    c
  );
}

import {group} from "d3";
import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {known, pointsCell, shareOf} from "./effectWords.ts";
import type {ArmRow, CampaignRow} from "./rows.ts";
import {LONGEST, newestFirst} from "./shown.ts";

/** Which version did better, for campaigns with several. */
export function versionPanel(arms: readonly ArmRow[], campaigns: readonly CampaignRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  const own = group(arms, ({campaign_id}) => campaign_id);
  const rows = newestFirst(campaigns)
    .flatMap((campaign) => {
      const versions = own.get(campaign.campaign_id) ?? [];
      const isOf = versions.filter(({arm}) => arm === "treated").length > 1;
      return isOf && !versions.some(({customers}) => isWithheld(customers, minCell))
        ? versions.map((row) => ({campaign, row}))
        : [];
    })
    .slice(0, LONGEST);
  if (!rows.length) return false;
  return panel({
    id: "versions",
    title: t("Which version did better?", "哪个版本更好？"),
    sub: t("Share of customers with an order by version, 95% interval", "各版本下单率，95% 区间"),
    body: table({
      caption: t("Versions of messages", "消息版本"),
      columns: [
        t("Campaign", "活动"),
        t("Version", "版本"),
        {head: t("Customers", "客户"), right: true},
        {head: t("Ordered", "下单率"), right: true},
        t("Held against", "对照"),
        {head: t("Difference", "差异"), right: true},
        {head: t("p, adjusted", "校正 p"), right: true}
      ],
      rows: rows.map(({campaign, row}): Content[] => {
        const told = known(shareOf(row));
        return [
          campaign.campaign,
          row.arm === "control" ? t("held back", "对照组") : row.version || t("no version", "未注明"),
          f.count(row.customers),
          html`${f.share(row.ordered_share)}<br /><span class="muted nowrap"
              >${f.shareRange(row.ordered_low, row.ordered_high)}</span
            >`,
          row.compared_with === "control"
            ? t("held back", "对照组")
            : row.compared_with === "version"
              ? t("largest version", "最大版本")
              : f.missing,
          told ? pointsCell(told, c) : f.missing,
          f.number(row.share_p_adjusted, 3)
        ];
      })
    }),
    note: t(
      "Several comparisons are adjusted together (Holm). Without a control group a difference is one between versions, and only an effect where lots decided who got which.",
      "多重比较以 Holm 法校正。无对照组时仅为版本间差异；只有随机分发版本时才是效果。"
    )
  });
}

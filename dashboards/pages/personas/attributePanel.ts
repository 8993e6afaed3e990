import {csvButton, html, panel, table, type Content, type Html} from "../../components/index.ts";
import {addressOf, linkTo} from "../../build/address.ts";
import type {Context} from "../../context.ts";
import {partyName} from "../customers/words.ts";
import type {Attribute, Attributed} from "./attributes.ts";
import {attributeFile, folderName} from "./files.ts";
import type {AttributeRow} from "./rows.ts";

/** Values of an attribute that a table shows. */
const SHOWN = 7;

const names: Record<Attribute, readonly [string, string]> = {
  country: ["Do countries differ?", "各国客户有何不同？"],
  acquisition_channel: ["Do acquisition channels differ?", "各获客渠道有何不同？"],
  preferred_category: ["Do preferred categories differ?", "各偏好品类有何不同？"],
  preferred_channel: ["Do sales channels differ?", "各下单渠道有何不同？"],
  party: ["Do organisations differ from persons?", "组织与个人有何不同？"],
  loyalty_tier: ["Do loyalty tiers differ?", "各会员等级有何不同？"]
};

/** Filters of the list of customers that choose a value of an attribute. */
const filters: Partial<Record<Attribute, string>> = {
  country: "country",
  acquisition_channel: "channel",
  party: "party"
};

function valueName({dimension, value}: AttributeRow, {t, href}: Context): Content {
  const name =
    value === "unknown"
      ? t("unknown", "未知")
      : value === "(other)"
        ? t("other", "其他")
        : dimension === "party"
          ? partyName(value, t)
          : value.split("_").map((part, i) => (i ? html`_<wbr />${part}` : part));
  const filter = filters[dimension as Attribute];
  return filter && value !== "unknown" && value !== "(other)"
    ? html`<a href="${href("/customers", {[filter]: value})}">${name}</a>`
    : name;
}

/** Customers by one attribute: how many, what they bring, whether they come back. */
export function attributePanel({dimension, rows, withheld, few}: Attributed, c: Context): Html {
  const {t, f, lang, minCell} = c;
  const title = t(...names[dimension]);
  const hidden = rows.length - Math.min(rows.length, SHOWN);
  const line = (row: AttributeRow): Content[] => {
    const isFew = few.has(row.value);
    return [
      valueName(row, c),
      html`${f.count(row.customers)}<span class="under">${f.share(row.customer_share, 0)}</span>`,
      isFew ? f.missing : f.money(row.net_revenue_365d),
      isFew || row.active_share === null
        ? f.missing
        : html`${f.share(row.active_share, 0)}<span class="under"
              >${f.shareRange(row.active_low, row.active_high, 0)}</span
            >`,
      isFew ? f.missing : f.share(row.mean_risk_share, 0),
      isFew ? f.missing : f.money(row.mean_clv)
    ];
  };
  return panel({
    id: `by-${dimension.replaceAll("_", "-")}`,
    span: 6,
    title,
    sub: t(
      "All customers; 95% intervals; what is said of buyers counts those with an order",
      "全部客户；95% 区间；购买相关数字仅计有订单的客户"
    ),
    actions: csvButton(title, {
      href: linkTo(addressOf("/personas", lang), `/data/${folderName}/${attributeFile(f.iso(c.asOf))}`)
    }),
    body: table({
      caption: title,
      columns: [
        {head: t("Value", "取值"), width: "24%"},
        {head: t("Customers", "客户"), right: true},
        {head: t("Revenue, year", "年收入"), right: true},
        {head: t("Ordered in a year", "一年内有单"), right: true},
        {head: t("Risk", "风险"), right: true},
        {head: t("Lifetime value", "客户价值"), right: true}
      ],
      rows: rows.slice(0, SHOWN).map(line)
    }),
    note: [
      rows.slice(0, SHOWN).some(({value}) => few.has(value)) &&
        t(
          "– : too few of them have an order, or it would give such a number away. ",
          "“–”：有订单者过少，或可据此推算出这样的数。"
        ),
      dimension === "party" && t("Revenue is that of orders; deals won are left out. ", "收入仅计订单，不含赢单商机。"),
      hidden > 0 && t(`${f.count(hidden)} more are in the CSV. `, `另有 ${f.count(hidden)} 个见 CSV。`),
      withheld > 0 &&
        t(
          `${f.count(withheld)} of fewer than ${f.count(minCell)} customers, or that would give them away, are withheld. `,
          `${f.count(withheld)} 个因客户少于 ${f.count(minCell)} 位或可据此推算而不予显示。`
        )
    ]
  });
}

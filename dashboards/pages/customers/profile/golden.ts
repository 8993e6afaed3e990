import {html, panel, table, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {fieldName, ruleName, valueName} from "./sourceWords.ts";
import type {View} from "./view.ts";

/** The golden record: for every field which rule chose its value, from which source and when, and how many others there are. */
export function goldenPanel({profile: p}: View, c: Locale): Html | null {
  if (p.values.length === 0) return null;
  const {t, f} = c;
  const rows = p.values.map(([field, rule, source, day, others, value]): Content[] => [
    html`${fieldName(field, c)}${value !== null && html`<span class="under">${valueName(value, c)}</span>`}`,
    html`${source ?? f.missing}${day !== null && html`<span class="under">${f.date(day)}</span>`}`,
    ruleName(rule, c),
    f.count(others)
  ]);
  return panel({
    title: t("Which source is believed?", "以哪个来源为准？"),
    sub: t("For every field known of the customer, where its value is from", "客户每个已知字段取值的来源"),
    body: table({
      caption: t("Golden record", "黄金记录"),
      id: "golden",
      columns: [
        t("Field", "字段"),
        t("Source and day", "来源与日期"),
        t("Chosen as", "选取规则"),
        {head: t("Others", "其他取值"), right: true}
      ],
      rows
    }),
    note: t(
      "Others: how many other values were said; – : the source is not told. Personal values stand here only where they are published.",
      "其他取值：来源中其他不同取值的个数；“–”：来源未注明。个人信息的取值仅在公开时显示。"
    )
  });
}

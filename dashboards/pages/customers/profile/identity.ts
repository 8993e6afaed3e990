import {facts, panel, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import type {View} from "./view.ts";

/** Who stands behind a key: what was merged, by which rule, and what the sources say. Personal facts only where they are published. */
export function identityPanel({profile: p}: View, {t, f}: Locale): Html {
  const keys = t(
    `${f.count(p.mergedKeys)} customer ${p.mergedKeys === 1 ? "key" : "keys"}`,
    `${f.count(p.mergedKeys)} 个客户编号`
  );
  const mails = t(
    `${f.count(p.mergedEmails)} e-mail ${p.mergedEmails === 1 ? "address" : "addresses"}`,
    `${f.count(p.mergedEmails)} 个邮箱`
  );
  const published = (label: string, value: string | null | undefined): [string, Content][] =>
    value === undefined ? [] : [[label, value ?? f.missing]];
  const rows: [string, Content][] = [
    ...published(t("Name", "姓名"), p.customerName),
    ...published(t("E-mail", "邮箱"), p.email),
    ...published(t("Phone", "电话"), p.phone),
    [t("Merged from", "合并自"), [keys, t(", ", "，"), mails]],
    [t("Rule", "规则"), t("same key or same e-mail", "编号相同或邮箱相同")],
    [t("First seen", "首次出现"), f.date(p.firstSeenOn)],
    [t("Won by", "获客渠道"), p.channel ?? f.missing],
    [t("Country", "国家"), p.country ?? f.missing],
    [t("Buys most", "最常购买"), p.category ?? f.missing],
    ...published(t("Looked after by", "负责人"), p.owner),
    [
      t("Recency, frequency, value", "近度、频度、金额得分"),
      p.recency === null
        ? t("no order in the window", "窗口内无订单")
        : [p.recency, p.frequency, p.monetary].map(String).join(" · ")
    ]
  ];
  const missing = t("– : the exports do not say.", "“–”：导出文件未注明。");
  const contacts = [p.customerName, p.email, p.phone].filter((value) => value !== undefined).length;
  return panel({
    title: t("Who is this key?", "这个编号是谁？"),
    body: facts(rows),
    note:
      contacts === 0
        ? t(`Names, mail and phone are not on this site. ${missing}`, `本站不含姓名、邮箱与电话。${missing}`)
        : contacts < 3
          ? t(`Some personal columns are not published. ${missing}`, `部分个人信息未公开。${missing}`)
          : missing
  });
}

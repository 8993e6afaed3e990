import {facts, html, panel, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {linkWords, recordsOf, type Link} from "./sourceWords.ts";
import {keyLink} from "./keyLink.ts";
import type {View} from "./view.ts";

type Row = [term: string, value: Content];

/** How many keys of old are named. */
const MOST = 5;

/** What was merged: how many records of which source, and by what they were linked. */
function mergedRows({profile: p}: View, c: Locale): Row[] {
  const {t, f} = c;
  const links = new Map<string, Link>();
  const origins = new Map<string, number>();
  for (const [source, origin, linkedBy, records, confidence] of p.sources) {
    const from = source ?? `:${origin}`;
    origins.set(from, (origins.get(from) ?? 0) + records);
    if (linkedBy === "alone") continue;
    const link = links.get(linkedBy);
    const sure = [link?.confidence, confidence].filter((share) => share != null);
    links.set(linkedBy, {
      records: (link?.records ?? 0) + records,
      confidence: sure.length > 0 ? Math.min(...sure) : null
    });
  }
  const from = [...origins].map(([name, records]) => recordsOf(name, records, c)).join(t(", ", "，"));
  const words = [...links].map(([linkedBy, link]) => linkWords(linkedBy, link, c));
  return [
    [t("Merged from", "合并自"), from || f.missing],
    [
      t("Linked by", "关联依据"),
      words.length > 0 ? words.join(t("; ", "；")) : t("one record, nothing to link", "单条记录，无需关联")
    ]
  ];
}

/** Who stands behind a key: what was merged and how surely, keys of old, what the sources say. Personal facts only where published. */
export function identityPanel(view: View, c: Locale): Html {
  const {profile: p} = view;
  const {t, f} = c;
  const published = (label: string, value: string | null | undefined): Row[] =>
    value === undefined ? [] : [[label, value ?? f.missing]];
  const former = p.formerKeys.slice(0, MOST).join(t(", ", "，"));
  const rest = p.formerKeys.length - MOST;
  const rows: Row[] = [
    ...published(t("Name", "姓名"), p.customerName),
    ...published(t("E-mail", "邮箱"), p.email),
    ...published(t("Phone", "电话"), p.phone),
    ...mergedRows(view, c),
    ...(p.formerKeys.length > 0
      ? [
          [
            t("Formerly", "曾用编号"),
            rest > 0
              ? t(`${former} and ${f.count(rest)} more`, `${former} 等 ${f.count(p.formerKeys.length)} 个`)
              : former
          ] as Row
        ]
      : []),
    ...(p.organisations.length > 0
      ? [[t("Belongs to", "所属组织"), p.organisations.map((key, i) => [i > 0 && t(", ", "，"), keyLink(key)])] as Row]
      : []),
    [t("First seen", "首次出现"), f.date(p.firstSeenOn)],
    [t("Won by", "获客渠道"), p.channel ?? f.missing],
    [t("Country", "国家"), p.country ?? f.missing],
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
    sub: t(
      `${f.count(p.records)} ${p.records === 1 ? "record" : "records"}, ${f.count(p.keys)} customer ${p.keys === 1 ? "key" : "keys"}, ${f.count(p.emails)} e-mail ${p.emails === 1 ? "address" : "addresses"}`,
      `${f.count(p.records)} 条记录，${f.count(p.keys)} 个客户编号，${f.count(p.emails)} 个邮箱`
    ),
    body: html`${facts(rows)}`,
    note:
      contacts === 0
        ? t(`Names, mail and phone are not on this site. ${missing}`, `本站不含姓名、邮箱与电话。${missing}`)
        : contacts < 3
          ? t(`Some personal columns are not published. ${missing}`, `部分个人信息未公开。${missing}`)
          : missing
  });
}

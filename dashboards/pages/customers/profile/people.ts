import {panel, table, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {keyLink} from "./keyLink.ts";
import type {View} from "./view.ts";

/** The people of an organisation; nothing for a person. */
export function peoplePanel({profile: p}: View, c: Locale): Html | null {
  if (p.peopleCount === 0) return null;
  const {t, f} = c;
  const isNamed = p.people.some(([, , name]) => name !== null);
  const rows = p.people.map(([key, records, name]): Content[] => [
    keyLink(key),
    ...(isNamed ? [name ?? f.missing] : []),
    f.count(records)
  ]);
  const all = t(
    `${f.count(p.peopleCount)} ${p.peopleCount === 1 ? "person" : "people"}`,
    `${f.count(p.peopleCount)} 人`
  );
  return panel({
    title: t("Who belongs to it?", "有哪些成员？"),
    sub:
      p.peopleCount > p.people.length
        ? t(
            `${all}; the ${f.count(p.people.length)} named most often`,
            `${all}；列出记录最多的 ${f.count(p.people.length)} 人`
          )
        : all,
    body: table({
      caption: t("People of this organisation", "该组织的成员"),
      id: "people",
      columns: [
        t("Customer", "客户"),
        ...(isNamed ? [t("Name", "姓名")] : []),
        {head: t("Records that say so", "依据记录数"), right: true}
      ],
      rows
    })
  });
}

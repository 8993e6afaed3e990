import {field, filters, select, type Choice} from "../../components/filters.ts";
import {html, type Html} from "../../components/html.ts";
import type {Context} from "../../context.ts";
import {contactName, contactTests} from "./contact.ts";
import {bandName, className, partyName, segmentName, stageName, stages} from "./words.ts";

/** Classes by value, best first. */
export const classes = ["A+", "A", "A-", "B", "C"] as const;
export const bands = ["high", "medium", "low"] as const;
export const parties = ["person", "organisation"] as const;
export const contacts = Object.keys(contactTests);

/** What the search looks through: the key and the segment, and personal columns where they are published. */
function placeholder({personal, t}: Context): string {
  const parts = [
    t("key", "编号"),
    t("segment", "分群"),
    ...(personal.includes("customer_name") ? [t("name", "姓名")] : []),
    ...(personal.includes("email") ? [t("e-mail", "邮箱")] : []),
    ...(personal.includes("phone") ? [t("phone", "电话")] : [])
  ];
  const last = parts.pop()!;
  return parts.join(t(", ", "、")) + t(" or ", "或") + last;
}

/** Search and the filters at hand, then those that are opened; other pages link to further ones, which show as chips. */
export function filterBar(segments: readonly string[], c: Context): Html {
  const {t} = c;
  const choose = (name: string, label: string, choices: Choice[] = []) =>
    select({name, label, value: "", choices: [{value: "", name: t("All", "全部")}, ...choices]});
  const named = (values: readonly string[], name: (value: string) => string): Choice[] =>
    values.map((value) => ({value, name: name(value)}));
  const hint = placeholder(c);
  const first = [
    field({name: "q", label: t("Find", "查找"), placeholder: hint, width: 150 + 5 * Math.min(18, hint.length)}),
    choose(
      "segment",
      t("Segment", "分群"),
      named(segments, (segment) => segmentName(segment, t))
    ),
    choose("abc", t("Class", "等级"), named(classes, className)),
    choose(
      "stage",
      t("Stage", "阶段"),
      named(stages, (stage) => stageName(stage, t))
    ),
    choose(
      "band",
      t("Risk", "风险"),
      named(bands, (band) => bandName(band, t))
    )
  ];
  const more = [
    choose("channel", t("Channel", "渠道")),
    choose("country", t("Country", "国家")),
    choose(
      "contact",
      t("Contact", "联系"),
      named(contacts, (value) => contactName(value, c))
    ),
    choose("tickets", t("Tickets", "工单"), [{value: "open", name: t("has open tickets", "有未结工单")}]),
    html`<span data-parties hidden
      >${choose(
        "party",
        t("Who", "类型"),
        named(parties, (party) => partyName(party, t))
      )}</span
    >`
  ];
  return html`${filters(first)}
    <details class="more-filters needs-script">
      <summary>${t("More filters", "更多筛选")}</summary>
      ${filters(more)}
    </details>`;
}

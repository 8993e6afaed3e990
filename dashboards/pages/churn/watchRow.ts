import type {RankRow} from "../../components/rankRow.ts";
import type {Tone} from "../../components/tone.ts";
import type {Locale} from "../../format/locale.ts";
import {bandName, className, segmentName} from "../customers/words.ts";
import type {Seventh} from "./seventh.ts";
import type {Watched} from "./watched.ts";

const tones: Record<"low" | "medium" | "high", Tone> = {low: "c1", medium: "c2", high: "c4"};

/** A customer as a row of the ranked list. */
export function watchRow(
  customer: Watched,
  at: {addressOf: (id: string) => string; last: Seventh},
  locale: Locale
): RankRow {
  const {t, f} = locale;
  const {place, id, segment, abc, silent} = customer;
  const {share, low, high, band, value, expected} = customer.risk;
  return {
    place,
    key: id,
    href: at.addressOf(id),
    group: [segment === null ? null : segmentName(segment, t), className(abc)].filter(Boolean).join(" · "),
    risk: {share, low: low ?? undefined, high: high ?? undefined, word: bandName(band, t), tone: tones[band]},
    value: f.moneyExact(value),
    of: t(`of ${f.moneyExact(expected)}`, `共 ${f.moneyExact(expected)}`),
    reasons: customer.reasons.map(([text, weight]) => ({text, weight})),
    last: f.daysAgo(silent),
    ...at.last.cell(customer)
  };
}

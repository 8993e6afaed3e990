import type {RankRow} from "../../components/rankRow.ts";
import type {Tone} from "../../components/tone.ts";
import type {Locale} from "../../format/locale.ts";
import {bandName, className, segmentName} from "../customers/words.ts";
import {reasonsOf} from "./reasonsOf.ts";
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
  const risk = customer.risk!;
  return {
    place,
    key: id,
    href: at.addressOf(id),
    group: [segment === null ? null : segmentName(segment, t), className(abc)].filter(Boolean).join(" · "),
    risk: {share: risk.share, low: risk.low, high: risk.high, word: bandName(risk.band, t), tone: tones[risk.band]},
    value: f.moneyExact(risk.value),
    of: t(`of ${f.moneyExact(risk.expected)}`, `共 ${f.moneyExact(risk.expected)}`),
    reasons: reasonsOf(customer, locale),
    last: f.daysAgo(silent),
    ...at.last.cell(customer)
  };
}

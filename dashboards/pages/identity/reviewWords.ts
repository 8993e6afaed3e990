import type {Reason} from "../../components/reasons.ts";
import type {Locale} from "../../format/locale.ts";
import type {Dictionary} from "./dictionary.ts";
import type {Evidence, Reviewed} from "./review.ts";
import {saidOf} from "./said.ts";

/** What weighs less would be written as nothing. */
const LEAST = 0.05;

/** What speaks for one customer in one line and what against it in another, strongest first, each with its weight. */
export function reviewReasons({party, evidence}: Reviewed, dictionary: Dictionary, locale: Locale): Reason[] {
  const {t, f, lang} = locale;
  const line = (list: readonly Evidence[]) =>
    list
      .toSorted((a, b) => Math.abs(b[2]) - Math.abs(a[2]))
      .map(([comparison, level, weight]) => {
        const [name, alike] = saidOf(dictionary[party], comparison, level, lang);
        return t(`${name} ${alike} ${f.score(weight, 1)}`, `${name}${alike} ${f.score(weight, 1)}`);
      })
      .join(t("; ", "；"));
  const speaking = (sign: 1 | -1) => evidence.filter(([, , weight]) => sign * weight >= LEAST);
  const [pros, cons] = [speaking(1), speaking(-1)];
  return [
    ...(pros.length ? [{text: line(pros), weight: 1, lowers: true}] : []),
    ...(cons.length ? [{text: line(cons), weight: 1}] : [])
  ];
}

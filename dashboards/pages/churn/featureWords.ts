import type {Locale} from "../../format/locale.ts";
import {featureNames, type Unit} from "./featureNames.ts";

/** The name of a feature; one that is not known keeps its own. */
export const featureName = (feature: string, {t}: Pick<Locale, "t">): string => {
  const known = featureNames[feature];
  return known ? t(known[1], known[2]) : feature.replaceAll("_", " ");
};

const unitOf = (feature: string): Unit => featureNames[feature]?.[0] ?? "times";

/** A bin of a feature: "under 14", "14–30", "120 and over", "not known". */
export function binWords(feature: string, from: number | null, to: number | null, {t, f}: Locale): string {
  const unit = unitOf(feature);
  const isWhole = unit === "count" || unit === "score" || unit === "days";
  const write = (value: number): string =>
    unit === "money" ? f.money(value) : unit === "share" ? f.share(value, 0) : f.number(value, decimalsOf(value));
  if (from === null && to === null) return t("not known", "未知");
  if (from === null) return isWhole && to === 1 ? "0" : t(`under ${write(to!)}`, `低于 ${write(to!)}`);
  if (unit === "share" && from === 1) return write(from);
  if (to === null) return t(`${write(from)} and over`, `${write(from)} 及以上`);
  if (unit === "share") return f.shareRange(from, to, 0);
  if (isWhole && to - from <= 1 && Number.isInteger(from)) return write(from);
  return `${write(from)}–${write(isWhole && Number.isInteger(to) ? to - 1 : to)}`;
}

/** Decimals that a bound needs, at most two. */
const decimalsOf = (value: number): number => [0, 1].find((d) => Math.abs(value - +value.toFixed(d)) < 1e-9) ?? 2;

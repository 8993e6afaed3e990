import type {CohortPeriod} from "../../../models/cohortDimensions.ts";
import {heatKey} from "../../components/heatKey.ts";
import type {Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {breaksOf, isMoney, measureOf, rampOf, type View} from "./view.ts";

/** Cohorts under this size are drawn as outlines. */
const small = 50;

/** The key of the heat under a view; the browser writes it again when the view changes. */
export function triangleKey(view: View, highest: number, minCell: number, locale: Locale): Html {
  const measure = measureOf(view);
  const {f} = locale;
  const breaks = breaksOf(measure, view.period as CohortPeriod, highest);
  const edge = isMoney(measure) ? (value: number) => f.money(value) : (value: number) => f.share(value, 0);
  return heatKey({name: rampOf(measure, locale), breaks, edge, small, least: minCell}, locale);
}

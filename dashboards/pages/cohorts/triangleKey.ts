import {heatKey} from "../../components/heatKey.ts";
import type {Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {breaksOf, measureOf, rampOf, type View} from "./view.ts";

/** Cohorts under this size are drawn as outlines. */
const small = 50;

/** The key of the triangle under a view; the browser writes it again when the measure changes. */
export const triangleKey = (view: View, minCell: number, locale: Locale): Html =>
  heatKey(rampOf(measureOf(view), locale), breaksOf(measureOf(view)), small, minCell, locale);

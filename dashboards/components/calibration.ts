import {scaleLinear} from "d3";
import type {Locale} from "../format/locale.ts";
import {labelAxis, valueAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {dot, stroke, whisker, type Place} from "./marks.ts";
import {numbers} from "./numbers.ts";
import {valueScale} from "./scales.ts";
import {table} from "./table.ts";

/** Customers with like predictions: what was said, what came, with its interval. All shares in [0, 1]. */
export interface CalibrationBin {
  predicted: number;
  observed: number;
  low: number;
  high: number;
  n: number;
}

/** Can the probabilities be taken at their word? */
export interface Calibration {
  /** Says slope and intercept: "Calibration: slope 0.98, intercept −0.01". */
  label: string;
  bins: readonly CalibrationBin[];
  height?: number;
}

/** Observed against predicted with the diagonal; fewer than five bins give the table alone. */
export function calibration({label, bins, height = 240}: Calibration, locale: Locale): Html {
  const {f, t} = locale;
  const share = (value: number) => f.share(value, 0);
  const heads = [t("Predicted", "预测"), t("Observed", "实际"), t("95% interval", "95% 区间"), "n"];
  const rows = bins.map((bin) => [
    f.share(bin.predicted),
    f.share(bin.observed),
    f.shareRange(bin.low, bin.high),
    f.count(bin.n)
  ]);
  const columns = heads.map((head, i) => ({head, right: i > 0}));
  if (bins.length < 5) return table({caption: label, columns, rows});
  const scale = valueScale({max: 1, format: share}, 1);
  const x = scaleLinear([0, 1], [0, 100]);
  const places = bins.map((bin): Place => [x(bin.predicted), scale.y(bin.observed)]);
  const drawn = chart({
    label,
    height,
    left: scale.left,
    right: 20,
    shapes: [
      stroke(
        [
          [0, 100],
          [100, 0]
        ],
        "ctx",
        {width: 1, dash: "3 3"}
      ),
      stroke(places, "c1")
    ],
    marks: [
      valueAxis(scale),
      labelAxis([0, 0.25, 0.5, 0.75, 1].map((tick) => ({at: x(tick), text: share(tick)}))),
      bins.map((bin) => whisker(x(bin.predicted), scale.y(bin.high), scale.y(bin.low), "c1")),
      places.map((place) => dot(place, "c1"))
    ]
  });
  return html`${drawn}${numbers({caption: label, columns, rows}, locale)}`;
}

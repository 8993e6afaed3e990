import {scaleLinear} from "d3";
import type {Locale} from "../format/locale.ts";
import type {Html} from "./html.ts";
import {lines, type Lines} from "./lines.ts";
import {readout} from "./readout.ts";

/** Curves that can be read point by point: every labelled series is spoken. */
export interface LinesReadout extends Lines {
  /** How an x is called: "Month 3". */
  name: (x: number) => string;
  value: (y: number) => string;
}

/** `lines` under a crosshair. */
export function linesReadout(data: LinesReadout, {t}: Locale): Html {
  const named = data.series.filter((series) => series.label);
  const places = [...new Set(named.flatMap((series) => series.points.map(([x]) => x)))].sort((a, b) => a - b);
  const position = scaleLinear(data.x, [0, 100]);
  const readings = places.map((x) => {
    const values = named.flatMap(({label, points}) =>
      points.filter((point) => point[0] === x).map((point) => `${label} ${data.value(point[1])}`)
    );
    return {at: Number(position(x).toFixed(2)), text: `${data.name(x)}${t(": ", "：")}${values.join(" · ")}`};
  });
  return readout({
    label: `${data.label}${t("; arrow keys read it", "；用方向键逐点读取")}`,
    hint: t("Point at the chart, or use the arrow keys", "指向图表，或用方向键"),
    readings,
    chart: lines(data)
  });
}

import {scaleLinear, type ScaleLinear} from "d3";
import {widest} from "./textWidth.ts";

/** The vertical axis of a chart. */
export interface ValueAxis {
  /** Lowest value; 0 unless told (say so in the note when it is not 0). */
  min?: number;
  /** Highest value; the highest datum, rounded up, unless told. */
  max?: number;
  /** How many ticks to aim at. */
  ticks?: number;
  format: (value: number) => string;
}

/** A vertical scale in percent from the top, its ticks and the left margin that their labels need. */
export interface ValueScale {
  y: ScaleLinear<number, number>;
  ticks: number[];
  format: (value: number) => string;
  left: number;
  bottom: number;
}

/** The scale of `axis` for data that reach `highest`. */
export function valueScale(axis: ValueAxis, highest: number): ValueScale {
  const {min = 0, ticks: count = 4, format} = axis;
  const y = scaleLinear([min, axis.max ?? (highest > min ? highest : min + 1)], [100, 0]);
  if (axis.max === undefined) y.nice(count);
  const ticks = y.ticks(count);
  return {y, ticks, format, left: 12 + widest(ticks.map(format)), bottom: min};
}

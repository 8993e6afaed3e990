import {sigmoid} from "../learning/logistic.ts";
import {logisticDual} from "./logisticDual.ts";
import {bestThreshold, shareThreshold} from "./measures.ts";
import {fitPlatt, type Platt} from "./platt.ts";
import {frequentColumns, rowsOf, type Sparse} from "./sparse.ts";
import {columnScale, leastRows, weighted} from "./weighting.ts";

export const folds = 5;
/** C of the regression: rows have length 1, so it means the same for any number of texts. */
const penalty = 4;

/** What tells texts of outcome 1: a margin is intercept + Σ weight · value ÷ √Σ value², value = (1 + ln count) · scale. */
export interface TextModel {
  /** The columns that count, rising. */
  columns: Int32Array;
  scale: Float64Array;
  /** One per column, and the intercept. */
  weights: Float64Array;
  platt: Platt;
  /** The probability from which on a text is told to have outcome 1, so that as many are told so as are so. */
  threshold: number;
}

/** What models say of the texts that they have not seen, one value a row. */
export interface HeldOut {
  /** Probability of outcome 1, from the folds without the text. */
  scores: Float64Array;
  /** The thresholds of the same folds: that of the right share, and that of the greatest F1. */
  cuts: Float64Array;
  f1Cuts: Float64Array;
}

/**
 * A model of texts as rows of counts, and what it says of them held out.
 *
 * Five folds; rows of one group (the same text) share theirs. Margins of a fold come from a model of the other four; the probability scale and
 * the thresholds that judge a fold come from the margins of the other four folds, never from its own. The model itself is learnt from all rows.
 * Both outcomes must occur in two groups at least.
 */
export function learnTexts(counts: Sparse, outcome: Uint8Array, fold: Uint8Array, width: number) {
  const {sparse: rows, kept} = frequentColumns(counts, width, leastRows);
  const columns = kept.length;
  const margins = new Float64Array(rows.rows);
  for (let f = 0; f < folds; f++) {
    const [inside, outside] = split(fold, f);
    const {scale, weights} = fit(rowsOf(rows, outside), outcomesOf(outcome, outside), columns);
    const held = marginsOf(rowsOf(rows, inside), scale, weights);
    inside.forEach((row, i) => (margins[row] = held[i]!));
  }
  const heldOut: HeldOut = {
    scores: new Float64Array(rows.rows),
    cuts: new Float64Array(rows.rows),
    f1Cuts: new Float64Array(rows.rows)
  };
  for (let f = 0; f < folds; f++) {
    const [inside, outside] = split(fold, f);
    const outsideMargins = Float64Array.from(outside, (i) => margins[i]!);
    const {platt, threshold, scores} = scaleOf(outsideMargins, outcomesOf(outcome, outside));
    const f1Cut = bestThreshold(scores);
    for (const row of inside) {
      heldOut.scores[row] = sigmoid(platt.slope * margins[row]! + platt.intercept);
      heldOut.cuts[row] = threshold;
      heldOut.f1Cuts[row] = f1Cut;
    }
  }
  const {platt, threshold} = scaleOf(margins, outcome);
  const model: TextModel = {columns: kept, ...fit(rows, outcome, columns), platt, threshold};
  return {model, heldOut};
}

/** Reads probabilities of outcome 1 off rows of counts over columns 0 … width − 1. */
export function scorer({columns, scale, weights, platt}: TextModel, width: number): (rows: Sparse) => Float64Array {
  const [wide, wideWeights] = [new Float64Array(width), new Float64Array(width + 1)];
  columns.forEach((column, i) => {
    wide[column] = scale[i]!;
    wideWeights[column] = weights[i]!;
  });
  wideWeights[width] = weights.at(-1)!;
  return (rows) => marginsOf(rows, wide, wideWeights).map((margin) => sigmoid(platt.slope * margin + platt.intercept));
}

function fit(rows: Sparse, outcome: Uint8Array, columns: number) {
  const scale = columnScale(rows, outcome, columns);
  return {scale, weights: logisticDual(weighted(rows, scale), outcome, columns + 1, penalty)};
}

function marginsOf(rows: Sparse, scale: Float64Array, weights: Float64Array): Float64Array {
  const {starts, columns, values} = weighted(rows, scale);
  return Float64Array.from({length: rows.rows}, (_, i) => {
    let margin = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) margin += weights[columns[k]!]! * values[k]!;
    return margin;
  });
}

function scaleOf(margins: Float64Array, outcome: Uint8Array) {
  const platt = fitPlatt(margins, outcome);
  const scores = margins.map((margin) => sigmoid(platt.slope * margin + platt.intercept));
  return {platt, scores, threshold: shareThreshold(scores, outcome)};
}

function split(fold: Uint8Array, f: number): [inside: Int32Array, outside: Int32Array] {
  const rows = Int32Array.from(fold, (_, i) => i);
  return [rows.filter((i) => fold[i] === f), rows.filter((i) => fold[i] !== f)];
}

const outcomesOf = (outcome: Uint8Array, rows: Int32Array) => Uint8Array.from(rows, (i) => outcome[i]!);

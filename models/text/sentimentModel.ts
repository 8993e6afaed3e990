import type {TextModel} from "../statistics/text/textLearner.ts";

/** Languages that have a model of their own, and all texts together. */
export const modelLanguages = ["en", "zh", "all"] as const;
export type ModelLanguage = (typeof modelLanguages)[number];

/** What judges the texts of a language: the model of its own, that of all texts, or the word list. */
export const judges = ["own", "all", "lexicon"] as const;
export type Judge = (typeof judges)[number];

/** learned, or why not: too few rated texts, too few of one side, or not clearly better than the word list. */
export const sentimentStates = ["learned", "lexicon", "too_few", "one_class"] as const;
export type SentimentState = (typeof sentimentStates)[number];

const base64 = (values: ArrayBufferView): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");

const bytes = (text: string): ArrayBuffer => Uint8Array.from(Buffer.from(text, "base64")).buffer;

/** A model as text; weights keep seven digits. */
export const modelText = ({columns, scale, weights, platt, threshold}: TextModel): string =>
  JSON.stringify({
    columns: base64(columns),
    scale: base64(Float32Array.from(scale)),
    weights: base64(Float32Array.from(weights)),
    platt,
    threshold
  });

export function modelOf(text: string): TextModel {
  const {columns, scale, weights, platt, threshold} = JSON.parse(text) as Record<
    "columns" | "scale" | "weights",
    string
  > &
    Pick<TextModel, "platt" | "threshold">;
  return {
    columns: new Int32Array(bytes(columns)),
    scale: Float64Array.from(new Float32Array(bytes(scale))),
    weights: Float64Array.from(new Float32Array(bytes(weights))),
    platt,
    threshold
  };
}

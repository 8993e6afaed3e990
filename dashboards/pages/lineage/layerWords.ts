import type {Words} from "../../format/lang.ts";
import type {Layer} from "./graph.ts";

/** How the names of a layer's relations begin; a drawing says it once, at the head of the column. */
export const prefixes: Partial<Record<Layer, string>> = {
  raw: "raw_",
  staging: "stg_",
  intermediate: "int_",
  marts: "mart_"
};

/** What each layer is called. */
export const layerWords: Record<Layer, Words> = {
  exports: {en: "Exports", zh: "导出文件"},
  raw: {en: "Raw", zh: "原始表"},
  staging: {en: "Staging", zh: "暂存层"},
  intermediate: {en: "Intermediate", zh: "中间层"},
  marts: {en: "Marts", zh: "集市"},
  pages: {en: "Pages", zh: "页面"}
};

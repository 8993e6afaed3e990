import {identifier, quote} from "../codecs/codec.ts";
import {withoutState} from "./crmCells.ts";

/** Where an object is exported. */
export const fxiaokeMenu = (object: string): string =>
  `CRM → ${object} → 更多 → 导出（${object}对象导出结果_YYYYMMDD.xlsx）`;

/** Columns that every object has. */
export const everyObject: Record<string, string[]> = {
  负责人: [],
  负责人主属部门: [],
  归属部门: [],
  创建人: [],
  创建时间: [],
  最后修改人: [],
  最后修改时间: [],
  生命状态: [],
  锁定状态: [],
  业务类型: []
};

/** Who is responsible. */
export const owner = withoutState("负责人");

/** Whether a cell is one of some words; null where it is empty. */
export const isOneOf = (column: string, ...words: string[]): string =>
  `${identifier(column)} in (${words.map(quote).join(", ")})`;

/** A record that awaits its approval. */
export const pending = isOneOf("生命状态", "未生效", "审核中");
/** A record that was taken back. */
export const voided = isOneOf("生命状态", "作废", "已作废");

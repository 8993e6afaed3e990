import {firstOf} from "./cells.ts";
import {withoutPercent} from "./crmCells.ts";
import {everyObject, fxiaokeMenu, isOneOf, owner, pending, voided} from "./fxiaokeObject.ts";
import type {Preset} from "./preset.ts";

const stageOrStatus = (...words: string[]) =>
  `(coalesce(${isOneOf("商机阶段", ...words)}, false) or coalesce(${isOneOf("商机状态", ...words)}, false))`;
const isWon = stageOrStatus("赢单");
const isLost = stageOrStatus("输单", "无效");

export const fxiaokeOpportunities: Preset = {
  name: "fxiaoke-opportunities",
  system: "纷享销客",
  export: fxiaokeMenu("商机"),
  evidence: "unverified",
  columns: {
    商机编号: ["商机ID", "唯一性ID"],
    商机名称: [],
    客户名称: ["客户"],
    商机类型: [],
    商机来源: ["来源"],
    销售流程: [],
    商机阶段: ["销售阶段"],
    商机状态: ["状态"],
    阶段变更时间: [],
    商机金额: ["商机金额(元)", "预计成交金额"],
    币种: [],
    赢率: ["赢单率"],
    预计成交日期: ["预计成交时间", "预计结单日期"],
    结单日期: ["实际成交日期", "实际结单日期", "赢单时间"],
    输单原因: ["输单/无效原因"],
    ...everyObject
  },
  needs: ["商机名称", "商机阶段"],
  lacks: ["销售订单编号"],
  parts: {
    opportunities: {
      kind: "opportunities",
      map: {
        opportunity_name: "商机名称",
        opportunity_type: ["商机类型", "业务类型"],
        pipeline: "销售流程",
        stage: "商机阶段",
        amount: "商机金额",
        currency: "币种",
        customer_key: "客户名称",
        team: "负责人主属部门",
        created_at: "创建时间",
        expected_close_on: "预计成交日期",
        loss_reason: "输单原因",
        lead_source: "商机来源"
      },
      derive: {
        opportunity_id: firstOf("商机编号", "商机名称"),
        owner,
        win_percent: withoutPercent("赢率"),
        closed_at: `case when ${isWon} or ${isLost} then ${firstOf("结单日期", "阶段变更时间", "预计成交日期")} end`,
        is_won: `case when ${isWon} then true when ${isLost} then false end`,
        is_lost: `case when ${isLost} then true when ${isWon} then false end`
      },
      set_aside: {"not in force yet": pending, voided}
    }
  }
};

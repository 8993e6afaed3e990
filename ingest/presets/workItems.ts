import {preset, type Preset} from "./preset.ts";

/**
 * A list of work items, one row each, with the columns that the view shows. Times are on the clock of whoever exported them. Nothing in
 * them says which customer an item is about.
 */
const items = preset({
  name: "work-items",
  system: "PingCode, Worktile",
  export: "工作项 > 更多 > 导出（Excel 或 CSV，列为当前视图所显示的列）",
  evidence: "unverified",
  columns: {
    编号: ["标识", "工作项编号", "任务编号", "Identifier", "ID"],
    标题: ["工作项标题", "任务标题", "任务名称", "Title"],
    状态: ["任务状态", "Status"],
    类型: ["工作项类型", "任务类型", "Type"],
    负责人: ["Assignee", "Owner"],
    优先级: ["Priority"],
    创建人: ["Created by", "Reporter"],
    创建时间: ["Created at", "Created time"],
    更新时间: ["Updated at", "Updated time"],
    截止时间: ["截止日期", "Due date"],
    完成时间: ["完成日期", "实际完成时间", "Completed at", "Completed time"],
    来源: ["Source"]
  },
  needs: ["编号", "标题", "状态", "类型", "负责人", "创建时间"],
  dates: ["%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d", "%Y年%m月%d日 %H:%M", "%Y年%m月%d日"],
  parts: {
    tickets: {
      kind: "tickets",
      map: {
        ticket_id: "编号",
        opened_at: "创建时间",
        solved_at: "完成时间",
        ticket_status: "状态",
        priority: "优先级",
        ticket_channel: "来源",
        category: "类型",
        subject: "标题",
        agent: "负责人"
      }
    }
  }
});

export const workItems: Preset[] = [items];

import {firstOf} from "./cells.ts";
import {withoutState} from "./crmCells.ts";
import {everyObject, fxiaokeMenu, owner, voided} from "./fxiaokeObject.ts";
import type {Preset} from "./preset.ts";

const converted = `("状态" = '已转换' or "转换时间" is not null)`;

export const fxiaokeLeads: Preset = {
  name: "fxiaoke-leads",
  system: "纷享销客",
  export: fxiaokeMenu("销售线索"),
  evidence: "unverified",
  columns: {
    线索编号: ["销售线索编号", "销售线索编码", "唯一性ID"],
    姓名: ["线索名称"],
    公司: ["公司名称"],
    职务: [],
    手机: [],
    电话: [],
    邮件: ["邮箱"],
    国家: [],
    省: ["省份"],
    市: ["城市"],
    行业: ["1级行业"],
    人员规模: ["员工数"],
    市场活动: [],
    线索级别: ["级别"],
    来源: ["线索来源"],
    线索池: [],
    状态: ["线索状态"],
    转换时间: [],
    转换客户: ["客户名称", "客户"],
    ...everyObject
  },
  needs: ["姓名", "线索池"],
  parts: {
    leads: {
      kind: "leads",
      map: {
        email: "邮件",
        customer_name: "姓名",
        company: "公司",
        country: "国家",
        region: "省",
        city: "市",
        industry: "行业",
        job_title: "职务",
        employees: "人员规模",
        campaign: "市场活动",
        rating: "线索级别",
        lead_status: "状态",
        lead_source: "来源",
        created_at: "创建时间",
        converted_at: "转换时间",
        customer_key: "转换客户"
      },
      derive: {
        // Without a number, a lead is whom it names.
        lead_id: `coalesce("线索编号", md5(concat_ws('|', "姓名", "公司", ${firstOf("手机", "电话")})))`,
        phone: firstOf("手机", "电话"),
        owner,
        is_converted: `coalesce(${converted}, false)`
      },
      set_aside: {voided}
    }
  }
};

export const fxiaokeActivities: Preset = {
  name: "fxiaoke-activities",
  system: "纷享销客",
  export: fxiaokeMenu("销售记录"),
  evidence: "unverified",
  columns: {
    销售记录编号: ["编号", "唯一性ID"],
    销售记录类型: ["跟进类型", "互动方式"],
    销售记录内容: ["跟进内容"],
    客户: ["客户名称", "关联客户"],
    商机编号: [],
    线索编号: ["销售线索编号"],
    ...everyObject
  },
  needs: ["销售记录编号", "销售记录内容"],
  parts: {
    activities: {
      kind: "activities",
      map: {
        activity_id: "销售记录编号",
        customer_key: "客户",
        opportunity_id: "商机编号",
        lead_id: "线索编号",
        happened_at: "创建时间",
        subject: "销售记录内容"
      },
      derive: {
        activity_type: `coalesce("销售记录类型", '销售记录')`,
        owner: `coalesce(${owner}, ${withoutState("创建人")})`
      },
      set_aside: {voided}
    }
  }
};

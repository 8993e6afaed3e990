import {everyObject, fxiaokeMenu, owner, pending, voided} from "./fxiaokeObject.ts";
import type {Preset} from "./preset.ts";

export const fxiaokeAccounts: Preset = {
  name: "fxiaoke-accounts",
  system: "纷享销客",
  export: fxiaokeMenu("客户"),
  evidence: "documented",
  columns: {
    客户名称: [],
    客户编号: [],
    客户分类: [],
    客户来源: [],
    客户层级: [],
    成交状态: [],
    电话: [],
    邮件: ["邮箱"],
    统一社会信用代码: [],
    国家: [],
    省: [],
    市: [],
    区: [],
    详细地址: ["地址"],
    所属公海: [],
    最后跟进时间: [],
    最后一次成交时间: [],
    ...everyObject
  },
  needs: ["客户名称", "成交状态"],
  lacks: ["商机名称", "销售订单编号", "回款编号", "线索池"],
  parts: {
    accounts: {
      kind: "customers",
      map: {
        customer_key: "客户名称",
        email: "邮件",
        phone: "电话",
        customer_name: "客户名称",
        company: "客户名称",
        tax_id: "统一社会信用代码",
        street: "详细地址",
        city: "市",
        region: "省",
        country: "国家",
        acquisition_channel: "客户来源",
        registered_at: "创建时间",
        updated_at: "最后修改时间"
      },
      derive: {owner},
      set_aside: {"not in force yet": pending, voided}
    }
  }
};

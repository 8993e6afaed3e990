import type {Lang} from "../format/lang.ts";

/** What the frame itself says. */
export interface ShellWords {
  /** Value of the lang attribute. */
  code: string;
  /** The language by its own name. */
  name: string;
  skip: string;
  menu: string;
  pages: string;
  find: string;
  findHint: string;
  asOf: string;
  theme: string;
  print: string;
  health: string;
  report: string;
}

/** Both languages side by side; the type holds every key in each. */
export const shellWords: Record<Lang, ShellWords> = {
  en: {
    code: "en",
    name: "English",
    skip: "Skip to content",
    menu: "Menu",
    pages: "Pages",
    find: "Find a customer",
    findHint: "Find a customer: key or segment",
    asOf: "As of",
    theme: "Light or dark",
    print: "Print",
    health: "Data health",
    report: "customer report"
  },
  zh: {
    code: "zh-CN",
    name: "中文",
    skip: "跳到正文",
    menu: "菜单",
    pages: "页面",
    find: "查找客户",
    findHint: "查找客户：编号或分群",
    asOf: "数据截至",
    theme: "浅色或深色",
    print: "打印",
    health: "数据健康",
    report: "客户报告"
  }
};

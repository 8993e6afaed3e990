import {quote} from "../codecs/codec.ts";
import {preset, type Preset} from "./preset.ts";
import {suggestScore} from "./questions.ts";

const columns = {
  序号: [],
  提交答卷时间: ["提交时间"],
  所用时间: ["答题时长"],
  来源: [],
  来源详情: [],
  来自IP: ["IP", "来自IP地址"],
  总分: []
};

const dates = ["%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M"];

const time = `trim("提交答卷时间")`;
const submitted = `coalesce(try_strptime(${time}, [${dates.map(quote).join(", ")}]), try_cast(${time} as timestamp))`;

/**
 * The answers to a survey, one row each; which question is the score, the source says.
 *
 * 序号 counts within one survey, so that an answer's key is 序号 with the second in which it was submitted (`12@20260624T140500`): the same
 * in a later export of the survey, and another one in other surveys. Name the survey with `fixed.survey`. Times have no offset.
 * What nobody answered or was asked is `(空)` and `(跳过)`, or -2 and -3 by numbers.
 */
const responses = preset({
  name: "wjx-responses",
  system: "问卷星",
  export: "分析&下载 > 查看下载答卷 > 下载答卷数据（按选项序号或按选项文本，CSV 或 Excel）",
  evidence: "seen",
  columns,
  needs: ["序号", "提交答卷时间", "所用时间"],
  dates,
  nulls: ["(空)", "（空）", "(跳过)", "（跳过）", "-2", "-3"],
  parts: {
    feedback: {
      kind: "feedback",
      map: {answered_at: "提交答卷时间"},
      derive: {response_id: `trim("序号") || '@' || coalesce(strftime(${submitted}, '%Y%m%dT%H%M%S'), "提交答卷时间")`}
    }
  },
  suggest: (found) => suggestScore(found, [...Object.keys(columns), ...Object.values(columns).flat()])
});

export const wjx: Preset[] = [responses];

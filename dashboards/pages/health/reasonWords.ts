import type {Context} from "../../context.ts";

/** Reasons as ingest writes them, and how they read in Chinese; "$1" is what the reason names. */
const chinese: readonly [RegExp, string][] = [
  [/^empty, but every row needs it$/, "为空，但每行都必须有值"],
  [/^not a number such as (.+)$/, "不是数字（如 $1）"],
  [/^not a whole number$/, "不是整数"],
  [/^not 1 \(like\) to 5 \(dislike\), or its words$/, "不是 1（喜欢）至 5（不喜欢）或相应文字"],
  [/^not a text$/, "不是文本"],
  [/^not a key: a spreadsheet has rounded it; .*$/, "不是编号：已被电子表格四舍五入；请把编号列设为文本后重新导出"],
  [/^not a name or number$/, "不是姓名或号码"],
  [/^not yes or no$/, "不是“是/否”"],
  [/^not an e-mail address$/, "不是电子邮箱"],
  [/^not a time such as (.+)$/, "不是时间（如 $1）"],
  [/^not a time written as (.+)$/, "不是按 $1 书写的时间"],
  [/^not a day such as (.+)$/, "不是日期（如 $1）"],
  [/^not a day written as (.+)$/, "不是按 $1 书写的日期"],
  [/^not one of (.+)$/, "不在允许的取值之内：$1"],
  [/^not in ([A-Z]{3}), the company's currency.*$/, "币种不是公司币种 $1；请先换算，或按规则搁置"],
  [/^duplicate (.+): the file has it before; the first row is kept$/, "$1 重复：文件中已出现过，保留首行"],
  [/^outside the scale of its instrument$/, "超出该问卷的评分范围"],
  [
    /^negative quantity on a line that is not a return.*$/,
    "非退货行的数量为负；请在来源中用 returned 说明哪些行是退货"
  ],
  [/^negative price; set such lines aside.*$/, "单价为负；若为记账行，请按规则搁置"],
  [/^quantity × price is over ([\d,]+); .*$/, "数量 × 单价超过 $1；其中之一是否为条码或编号？"],
  [/^more was paid back than charged$/, "退款超过实收"],
  [/^a refund is written as a positive amount$/, "退款应写为正数"],
  [/^solved before it was created$/, "解决时间早于创建时间"],
  [/^answered before it was created$/, "首次回复时间早于创建时间"],
  [/^a time to the first reply below zero$/, "首次回复用时为负"],
  [/^a payment is written as a positive amount.*$/, "收款应写为正数；退款属于 refunds 类"],
  [/^a cost is written as a positive amount$/, "成本应写为正数"],
  [/^negative quantity of a subscription$/, "订阅数量为负"],
  [/^negative amount of a subscription$/, "订阅金额为负"],
  [/^negative count of a campaign$/, "活动人数为负"],
  [/^ended before it started$/, "结束时间早于开始时间"],
  [/^left before it was entered$/, "离开时间早于进入时间"],
  [/^converted before it was created$/, "转换时间早于创建时间"],
  [
    /^closed before it was created; .*$/,
    "关闭时间早于创建时间；若记录是事后补录，请不要映射 created_at，或映射到销售开始的时间"
  ],
  [/^both won and lost$/, "既赢单又输单"],
  [/^not between 0 and 100 per cent$/, "不在 0 至 100 之间"],
  [/^delivered before it was sent$/, "送达时间早于发送时间"],
  [/^opened before it was sent$/, "打开时间早于发送时间"],
  [/^clicked before it was sent$/, "点击时间早于发送时间"],
  [/^bounced before it was sent$/, "退回时间早于发送时间"],
  [/^unsubscribed before it was sent$/, "退订时间早于发送时间"],
  [/^converted before it was sent$/, "转化时间早于发送时间"],
  [/^points have a sign: .*$/, "积分须带正负号：获得为正，兑换与过期为负；更正属于 adjust 类"],
  [/^expires before it was earned$/, "到期时间早于入账时间"],
  [/^too few cells(.*)$/, "单元格过少$1"],
  [/^too many cells(.*)$/, "单元格过多$1"],
  [/^a quote that does not close(.*)$/, "引号未闭合$1"],
  [/^not a JSON object( with values)?$/, "不是含有值的 JSON 对象"],
  [/^bytes that are no text in the encoding of the file$/, "含有不符合文件编码的字节"],
  [/^a record over 16 MiB(.*)$/, "单条记录超过 16 MiB$1"]
];

/** How the reader of DuckDB counts cells. */
const cells = / \(Expected Number of Columns: (\d+) Found: (\d+)\)$/;

/** Why a value was refused, in the page's language; a reason that nobody translated stays as it is. */
export function reasonWords(reason: string, {lang}: Pick<Context, "lang">): string {
  if (lang === "en") return reason.replace(cells, " ($1 expected, $2 found)");
  const known = chinese.find(([pattern]) => pattern.test(reason));
  return known ? reason.replace(known[0], known[1]).replace(cells, "（应有 $1 个，实有 $2 个）") : reason;
}

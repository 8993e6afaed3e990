import {isFrequentSurname} from "../../identity/normal/chineseSurnames.ts";
import {spansOf, type Span} from "./masks.ts";

/** With what something else than a given name goes on. */
const others =
  /^(?:[的了是在很非我你您他她它们要想不没去买从也已今昨上下收订电住这那有跟与及给到把被让说对就都还又再用个名位层级牌]|[明今昨][天日]|刚[刚才]|先[生要]|老师|女士|来[买自电了]|地址|和[我你他])/;
/** Words that begin with a surname. */
const wordsOfSurnames =
  /^(?:江苏|江西|高[一二三级中兴度]|谢谢|金卡|金牌|白领|白天|白色|黄金|马上|方便|石家|万分|万万|于是|向来|任何|严重|常常|田园|钱包|夏天|龙井|成都|温州|张家|王者|许多|钟头|程序|武汉|林业|郑重|谢谢|全部|何时|余额|毛病|石头|金额|方面|方案|顾客|周末|周[一二三四五六日]|万一|雷同)/;

const titles = "先生|女士|小姐|太太|夫人|老师|总?经理|师傅|老板|主任|医生|教授|阿姨|大哥|大姐";
const called = /(?:我叫|名叫|名字叫|我的名字是|我是|本人|在下)(?:[:：] ?)?(?=(\p{Script=Han}{2,5}))/gu;
const labelled =
  /(?:姓名|联系人|收货人|收件人|寄件人|签收人|投诉人|署名|落款)(?: ?[:：] ?| |是|为)?(?=(\p{Script=Han}{2,5}))/gu;
const family = /(?:我姓|免贵姓|本人姓)(?<x>\p{Script=Han})/gu;
const title = new RegExp(titles, "g");
/** Surnames that are more often the end of another word. */
const doubtful = /[于向谢方任万高成何常时]/;
const nicknamed = /(?:客服|店员|店长|快递员|快递|配送员|顾问|销售|导购|主播|专员)(?<x>[小老阿]\p{Script=Han})/gu;

const surname = (text: string): number =>
  isFrequentSurname(text.slice(0, 2)) ? 2 : isFrequentSurname(text.slice(0, 1)) ? 1 : 0;

/** Names by which writers in Han say who they are, and family names before a title. */
export const introducedHanSpans = (flat: string): Span[] => [
  ...[called, labelled].flatMap((pattern) =>
    [...flat.matchAll(pattern)].flatMap(({0: found, 1: rest = "", index}): Span[] => {
      const from = index + found.length;
      const isLabel = /[:：] ?$/.test(found) && !/\p{Script=Han}/u.test(flat[from + rest.length] ?? "");
      const length =
        isLabel && pattern === labelled ? rest.length : nameLength(rest, /^(?:我叫|名|我的名)/.test(found));
      return length ? [{from, to: from + length, mask: "name"}] : [];
    })
  ),
  ...spansOf(flat, family, "name", isFrequentSurname),
  ...[...flat.matchAll(title)].flatMap(({index}) => beforeTitle(flat, index)),
  ...spansOf(flat, nicknamed, "name", (found) => isFrequentSurname(found[1]!))
];

/** Units of the name with which Han begins: a frequent surname, then one or two characters. */
function nameLength(rest: string, isSure: boolean): number {
  const family = surname(rest);
  if (!family || (!isSure && (wordsOfSurnames.test(rest) || "于向万".includes(rest[0]!)))) return 0;
  const given = rest.slice(family);
  if (!given || others.test(given)) return 0;
  return family + (given.length > 1 && !others.test(rest.slice(family + 1)) ? 2 : 1);
}

/** The name that ends where a title begins. */
function beforeTitle(flat: string, to: number): Span[] {
  const from = [4, 3, 2, 1]
    .map((length) => to - length)
    .find((from) => {
      const found = from < 0 ? "" : flat.slice(from, to);
      const family = surname(found);
      if (!family || found.length - family > 2 || wordsOfSurnames.test(found) || !/^\p{Script=Han}+$/u.test(found))
        return false;
      if (doubtful.test(found[0]!) && /\p{Script=Han}/u.test(flat[from - 1] ?? "")) return false;
      return ![...found.slice(family)].some((unit) => others.test(unit) || "总小师客".includes(unit));
    });
  return from === undefined ? [] : [{from, to, mask: "name"}];
}

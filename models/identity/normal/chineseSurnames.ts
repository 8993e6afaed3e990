import {familyInLetters} from "./pinyin.ts";

/** The surnames that most people in China have, the most frequent first. */
const frequent =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

const compound = new Set(
  "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 东里 达奚 褚师 纳兰 남궁 황보 제갈 선우 독고 사공 서문".split(
    " "
  )
);

/** How many UTF-16 units at the start of a full name in Han or Hangul are the family name: a compound one, else a character. */
export const surnameLength = (name: string): 1 | 2 =>
  (name.codePointAt(0) ?? 0) > 0xffff || compound.has(name.slice(0, 2)) ? 2 : 1;

/** Whether a text in simplified Han is a surname that many people have. */
export const isFrequentSurname = (text: string): boolean =>
  text.length === 1 ? frequent.includes(text) : compound.has(text);

let inLetters: ReadonlySet<string> | undefined;

/** Whether a text in lower-case letters is the pinyin of such a surname. */
export function isFrequentSurnameInLetters(text: string): boolean {
  inLetters ??= new Set([...frequent, ...compound].map(familyInLetters));
  return inLetters.has(text);
}

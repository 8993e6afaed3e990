import type {Words} from "../../format/lang.ts";
import type {Locale} from "../../format/locale.ts";

/** What a segment means and what is usually done. */
interface Meaning {
  meaning: Words;
  step: Words;
}

const of = (meaning: Words, step: Words): Meaning => ({meaning, step});
const both = (en: string, zh: string): Words => ({en, zh});

const meanings: Record<string, Meaning> = {
  champions: of(
    both("bought lately, and often", "近期购买且频次高"),
    both("keep: early access, ask for referrals", "维护：优先体验，请其推荐")
  ),
  loyal: of(
    both("buy often, last order some time ago", "购买频繁，距上一单已有一段时间"),
    both("bring back to their own rhythm", "促其回到自身节奏")
  ),
  promising: of(
    both("bought lately, a few times", "近期购买，次数不多"),
    both("show the next category", "推荐下一个品类")
  ),
  new: of(
    both("bought lately, for the first time or nearly", "近期购买，首单或接近首单"),
    both("win the second order", "争取第二单")
  ),
  need_attention: of(
    both("middling in both, drifting", "两项居中，正在疏远"),
    both("remind before the silence grows", "在沉默加深前提醒")
  ),
  about_to_sleep: of(
    both("few orders, a while ago", "订单少且已有一段时间"),
    both("one reminder, little effort", "提醒一次，投入从简")
  ),
  cannot_lose: of(
    both("bought most often of all, and stopped", "曾是购买最频繁者，现已停止"),
    both("call in person", "亲自致电")
  ),
  at_risk: of(
    both("bought often, not for long", "曾经常购买，久未下单"),
    both("call or write, most valuable first", "按价值先后联系")
  ),
  lost: of(both("few orders, long ago", "订单少且年久"), both("do not spend on them", "不再投入"))
};

/** What a segment means and what is usually done; nothing for a name of the company's own. */
export const segmentMeaning = (
  segment: string,
  {lang}: Pick<Locale, "lang">
): {meaning: string; step: string} | null =>
  Object.hasOwn(meanings, segment)
    ? {meaning: meanings[segment]!.meaning[lang], step: meanings[segment]!.step[lang]}
    : null;

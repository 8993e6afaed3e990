import {openCsv} from "./csvFile.ts";
import {type Dice, diceFor} from "./dice.ts";
import {DAY, HOUR} from "./londonTime.ts";
import type {Order} from "./orders.ts";
import type {Account, Setting, Subject} from "./subject.ts";
import {atShoppingHour} from "./timeOfDay.ts";
import {drawVerbatim} from "./verbatims.ts";

/** Header of an export of 问卷星 with a score from 1 to 5, a list of boxes, a comment and an address that need not be given. */
const HEADER = [
  ..."序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您对这次购买的商品满意吗？".split(","),
  ..."2、您买过哪些商品？(茶叶),2、(茶具),2、(酒杯),3、请说说您的意见和建议：,4、您的邮箱（选填）".split(",")
];
const TYPES = [/tea|herbal/, /Teaware/, /Wine glasses/];
const CHINA = 8 * HOUR;
const SHARE = 0.19;

/** A survey of those who write Chinese: three weeks that end two weeks before the data do; as saved by a Chinese Excel, in GBK. */
export async function openTeaSurvey({
  out,
  placed,
  from,
  until,
  seed
}: Setting): Promise<Subject & {truth: {answers: number; named: number}}> {
  const dice = diceFor(seed, "tea survey");
  const ends = until - 14 * DAY;
  const truth = {answers: 0, named: 0};
  const year = new Date(until).getUTCFullYear();
  const file = await openCsv(out, `survey/wjx_tea_${year}.csv`, HEADER, {placed, encoding: "gbk"});
  return {
    truth,
    write: async ({accounts}) => {
      const answers = accounts
        .filter(({customer}) => customer.language === "zh")
        .flatMap((account) => {
          const order = lastBefore(account, ends - 21 * DAY);
          if (!order || order.at < from || !dice.chance(SHARE)) return [];
          return [{account, order, at: atShoppingHour(ends - dice.uniform() * 20 * DAY, dice)}];
        })
        .sort((a, b) => a.at - b.at);
      await file.write(
        answers.map(({account, order, at}) => {
          const cells = row(++truth.answers, account, order, at, dice);
          if (cells.at(-1) !== "(空)") truth.named++;
          return [cells];
        })
      );
    },
    close: async () => [await file.close()]
  };
}

const lastBefore = ({orders}: Account, at: number): Order | undefined =>
  orders.findLast((order) => order.at < at && order.cancelledAt === null);

/** `2026/6/3 21:05:09` on the clock of China, as Excel saves it there. */
const chinese = (at: number): string => {
  const clock = new Date(at + CHINA);
  const day = [clock.getUTCFullYear(), clock.getUTCMonth() + 1, clock.getUTCDate()].join("/");
  return `${day} ${clock.getUTCHours()}${clock.toISOString().slice(13, 19)}`;
};

function row(number: number, {customer, orders}: Account, order: Order, at: number, dice: Dice): string[] {
  const latent = customer.satisfaction + dice.normal(0, 1.4) - (order.failure ? 3.2 : 0);
  const outOfTen = Math.max(0, Math.min(10, Math.round(latent)));
  const answer = {
    respondent: customer,
    wave: "",
    startedAt: at,
    seconds: 0,
    score: outOfTen,
    isFinished: true,
    isPreview: false,
    order
  };
  const bought = (type: RegExp) => orders.some(({lines}) => lines.some(({product}) => type.test(product.type)));
  return [
    String(number),
    chinese(at),
    `${Math.round(dice.logNormal(75, 0.5))}秒`,
    dice.pick(["微信", "微信", "手机提交", "链接"]),
    dice.pick(["N/A", "直接访问"]),
    `203.0.113.${dice.int(1, 255)}(英国-伦敦)`,
    String(Math.max(1, Math.min(5, Math.round(outOfTen / 2)))),
    ...TYPES.map((type) => String(Number(bought(type)))),
    dice.chance(0.75) ? drawVerbatim(answer, outOfTen, dice) : "(空)",
    dice.chance(0.6) ? customer.email : "(空)"
  ];
}

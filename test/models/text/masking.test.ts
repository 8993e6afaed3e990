import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mask} from "../../../models/text/masking/mask.ts";
import {knownNames} from "../../../models/text/masking/names.ts";

const english = [
  "The teapot arrived cracked and nobody wrote back.",
  "Lovely tea, 5 stars, would buy 2 more for £12.99!",
  "Waited 16 days; said 3-5 days. Not 24/7 support at all.",
  "On 2026-03-10 I paid 1,250.00 and got 50% off in 2019-2024.",
  "WeChat pay did not work, the app keeps crashing :("
];
const chinese = [
  "体验很差，说好三天到，结果拖了13天。",
  "2024年7月3日下午3点下单，满100减20，微信支付很方便。",
  "茶很香，五星好评，下次还买！",
  "一共花了328元，第二件半价。",
  "客服回复很及时👍👍"
];
const ordinary = fc.constantFrom(...english, ...chinese);
const joint = fc.constantFrom("; ", ", ", "，", "：", ": ", "。");
const digits = (n: number) =>
  fc.array(fc.integer({min: 0, max: 9}), {minLength: n, maxLength: n}).map((all) => all.join(""));
const fullWidth = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const luhn = (body: string): string => {
  const sum = [...body].reverse().reduce((total, unit, i) => {
    const doubled = Number(unit) * (i % 2 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
};
const resident = (body: string): string => {
  const sum = [...body].reduce((total, unit, i) => total + Number(unit) * (2 ** (17 - i) % 11), 0);
  return body + "10X98765432"[sum % 11]!;
};

const phone = fc.oneof(
  digits(8).map((rest) => `138${rest}`),
  digits(8).map((rest) => `+86 138 ${rest.slice(0, 4)} ${rest.slice(4)}`),
  digits(6).map((rest) => `07700 ${rest}`),
  digits(7).map((rest) => `(020) ${rest.slice(0, 3)}-${rest.slice(3)}`),
  digits(4).map((rest) => `555-${rest}`)
);
const word = fc.stringMatching(/^[a-z]{3,8}$/);
const email = fc.tuple(word, word, word).map(([a, b, c]) => `${a}.${b}@${c}.com`);
const card = digits(15)
  .map((body) => luhn(body))
  .map((all) => all.replace(/(.{4})(?=.)/g, "$1 "));
const identity = fc
  .tuple(fc.integer({min: 110000, max: 659999}), fc.integer({min: 1940, max: 2009}), digits(3))
  .map(([place, year, serial]) => resident(`${place}${year}1231${serial}`));
const planted = fc.oneof(phone, email, card, identity, phone.map(fullWidth), identity.map(fullWidth));

describe("masking", () => {
  it("leaves nothing of a telephone number, e-mail address, card or identity number, in either script and width", () => {
    fc.assert(
      fc.property(
        ordinary,
        planted,
        ordinary,
        joint,
        fc.constantFrom("en", "zh"),
        (before, secret, after, gap, language) => {
          const {text, masks} = mask(before + gap + secret + gap + after, [], language as "en" | "zh");
          expect(masks).toBeGreaterThan(0);
          expect(text).not.toContain(secret);
          const left = text.normalize("NFKC").replace(/\D/g, "");
          const own = (before + after).normalize("NFKC").replace(/\D/g, "");
          expect(left).toBe(own);
        }
      ),
      {numRuns: 500}
    );
  });

  it("leaves ordinary text as it is", () => {
    for (const text of [...english, ...chinese]) expect(mask(text, [], "en")).toEqual({text, masks: 0});
    fc.assert(
      fc.property(ordinary, ordinary, (a, b) => {
        expect(mask(`${a} ${b}`, [], "zh").text).toBe(`${a} ${b}`);
      })
    );
  });

  it.each([
    ["card 4111 1111 1111 1111 charged twice", "card [card] charged twice"],
    ["IBAN GB29 NWBK 6016 1331 9268 19 please", "IBAN [bank account] please"],
    ["身份证11010519491231002X，谢谢", "身份证[id]，谢谢"],
    ["加我微信zhangsan_88，谢谢", "加我微信[account]，谢谢"],
    ["my wechat is tea_lover", "my wechat is [account]"],
    ["QQ：54321", "QQ：[account]"],
    ["john (at) example dot com", "[e-mail]"],
    ["reach me at john.smith@example.com or john@example dot com", "reach me at [e-mail] or [e-mail]"],
    ["see https://x.example.com/a?b=1 now", "see [link] now"],
    ["一三八零零一三八零零零", "[number]"],
    ["12 High Street, London SW1A 2AA", "[address], London [address]"],
    ["住在中山路12号3栋402室，送错了", "[address]，送错了"],
    ["我叫王小明，我叫了外卖", "我叫[name]，我叫了外卖"],
    ["订单 #3892 还没收到", "订单 #[number] 还没收到"]
  ])("makes of %j %j", (text, masked) => {
    expect(mask(text, [], "en").text).toBe(masked);
  });

  it("says what it hides in the language of the text", () => {
    expect(mask("电话138-0013-8000", [], "zh").text).toBe("电话[号码]");
  });
});

describe("known names", () => {
  it("are masked as whole words, in any case", () => {
    const names = [knownNames(["Sian Pryce", "O'Brien", "李娜"])];
    expect(mask("sian's reply; Pryce, and SIAN. siandra stays", names, "en").text).toBe(
      "[name]'s reply; [name], and [name]. siandra stays"
    );
    expect(mask("李娜态度好", names, "zh").text).toBe("[姓名]态度好");
  });

  it("that are words count only with a capital that is not a sentence's", () => {
    const names = [knownNames(["Will May"])];
    expect(mask("Will it come? I will ask, it may break. Ask Will about it.", names, "en").text).toBe(
      "Will it come? I will ask, it may break. Ask [name] about it."
    );
  });

  it("never hide what a help desk calls its accounts", () => {
    expect(mask("the support team was kind", [knownNames(["Support Team"])], "en").masks).toBe(0);
  });
});

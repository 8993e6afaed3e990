import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {dictionary} from "../../../dashboards/pages/identity/dictionary.ts";
import {weightOf} from "../../../dashboards/pages/identity/odds.ts";
import {reviewed, type Evidence} from "../../../dashboards/pages/identity/review.ts";
import {countWords, firstShown, moreWords, mostShown} from "../../../dashboards/pages/identity/reviewCount.ts";
import {reviewCsv} from "../../../dashboards/pages/identity/reviewCsv.ts";
import {reviewList} from "../../../dashboards/pages/identity/reviewList.ts";
import {reviewReasons} from "../../../dashboards/pages/identity/reviewWords.ts";
import {settingsOf} from "../../../dashboards/pages/identity/settings.ts";
import {waterfall} from "../../../dashboards/pages/identity/waterfall.ts";
import {data, en, firms, levels, pair, people, render, words, zh} from "./identityRows.ts";

const known = {en: dictionary(levels, "en"), zh: dictionary(levels, "zh")};
const settings = settingsOf([people, firms]);
const list = data.mart_identity_review.map(reviewed);
const addressOf = (id: string) => `./customers.html?key=${id}`;

describe("a pair in words", () => {
  const reasons = (lang: "en" | "zh") =>
    reviewReasons(list[0]!, known[lang], lang === "en" ? en : zh).map(({text, lowers}) => [
      String(text),
      lowers ?? false
    ]);

  test("says what speaks for one customer, strongest first, and what against", () => {
    expect(reasons("en")).toEqual([
      ["family name same +9.0; given name a slip of the pen +4.5", true],
      ["birth date differs −2.3", false]
    ]);
    expect(reasons("zh")).toEqual([
      ["姓相同 +9.0；名笔误 +4.5", true],
      ["出生日期不同 −2.3", false]
    ]);
  });

  test("has no line for what nothing speaks", () => {
    const sure = reviewed(pair(1, {evidence: '[["email",3,9],["phone",0,-0.04]]'}));
    expect(reviewReasons(sure, known.en, en)).toHaveLength(1);
  });

  test("leaves out a comparison that says nothing", () => {
    expect(reviewed(pair(1, {evidence: '[["email",-1,0],["phone",0,-1]]'})).evidence).toEqual([["phone", 0, -1]]);
  });

  test("says that two of one household are as likely, which is no comparison", () => {
    const kin = reviewed(pair(1, {evidence: '[["address",5,9],["household",0,-1.2]]'}));
    const against = (c: typeof en) => String(reviewReasons(kin, known[c.lang], c)[1]!.text);
    expect([against(en), against(zh)]).toEqual([
      "household could be two of its people −1.2",
      "家庭可能是其中两人 −1.2"
    ]);
  });

  test("keeps the name of a comparison that it does not know", () => {
    const odd = reviewed(pair(1, {evidence: '[["shoe_size",2,1]]'}));
    expect(String(reviewReasons(odd, known.en, en)[0]!.text)).toBe("shoe size 2 +1.0");
  });
});

describe("the queue", () => {
  const view = {rows: list.slice(0, 2), chosen: list[1]!.id, dictionary: known.en, addressOf};

  test("leads to both customers and marks the pair that is looked at", () => {
    const markup = String(reviewList(view, en));
    for (const id of list[0]!.customers) expect(markup).toContain(`<a href="./customers.html?key=${id}">${id}</a>`);
    expect(markup.match(/aria-current="true"/g)).toHaveLength(1);
    expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1);
    expect(words(markup)).toContain("person 70% weight +1.3 £999 family name same");
  });

  test("shows ten pairs, then fifty at most, and counts all that wait", () => {
    const many = Array.from({length: 120}, (_, i) => pair(i + 1));
    const page = render({mart_identity_review: many, mart_identity_party: [{...people, reviews: 1146}]});
    expect(page.match(/data-pair=/g)).toHaveLength(firstShown);
    expect(words(page)).toContain("Pairs 1–10 of 1,146 that wait; the CSV holds the first 120. Show 40 more");
    expect(countWords(mostShown, 120, 120, en)).toBe("Pairs 1–50 of 120 that wait.");
    expect(countWords(1, 1, 1, en)).toBe("Pair 1 of 1 that waits.");
    expect(moreWords(10, 14, zh)).toBe("再显示 4 对");
  });

  test("of a few pairs offers no more", () => {
    expect(render()).toMatch(/<span class="needs-script"\s+hidden><button[^>]*id="more"/);
  });

  test("names no record but by its pseudonym", () => {
    expect(render()).not.toMatch(/customer:|lead:|email:/);
  });

  test("as CSV has every pair of the list, with pseudonyms and plain numbers", () => {
    const [head, ...lines] = reviewCsv(list, "2026-06-24").slice(1).trimEnd().split("\r\n");
    expect(lines).toHaveLength(list.length);
    const cells = Object.fromEntries(head!.split(",").map((name, i) => [name, lines[0]!.split(",")[i]]));
    expect(cells).toMatchObject({
      place: "1",
      party: "person",
      left_record: "R-AAAAAAAAAAA1",
      right_customer_id: "C-999999999991",
      probability: "0.704",
      weight: "1.25",
      value_at_stake: "999",
      evidence: "given_name 2 4.5 | family_name 3 9 | birth_date 0 -2.25",
      as_of: "2026-06-24"
    });
  });
});

describe("the weights of a pair", () => {
  const of = (change: object = {}, lang: "en" | "zh" = "en") =>
    words(waterfall(reviewed(pair(1, change)), settings.person!, known[lang], lang === "en" ? en : zh));

  test("lead from the prior over every comparison to its own weight and probability", () => {
    expect(of()).toContain(
      "Before any comparison two random records −10.0 given name a slip of the pen +4.5 family name same +9.0 birth date differs −2.3 All together 70.4% that both are one +1.3"
    );
    expect(of({}, "zh")).toContain(
      "比较之前 任意两条记录 −10.0 名 笔误 +4.5 姓 相同 +9.0 出生日期 不同 −2.3 合计 70.4% 为同一者 +1.3"
    );
  });

  test("start each bar where the one before it ended", () => {
    const markup = String(waterfall(list[0]!, settings.person!, known.en, en));
    const bars = [...markup.matchAll(/<i class="(\w+)" style="left:([\d.]+)%;width:([\d.]+)%/g)].map(
      ([, tone, left, width]) => ({tone, from: Number(left), to: Number(left) + Number(width)})
    );
    expect(bars.map(({tone}) => tone)).toEqual(["ink", "good", "good", "bad", "ink"]);
    expect(bars[1]!.from).toBeCloseTo(bars[0]!.from, 1);
    expect(bars[2]!.from).toBeCloseTo(bars[1]!.to, 1);
    expect(bars[3]!.to).toBeCloseTo(bars[2]!.to, 1);
    expect(bars[4]!.to).toBeCloseTo(bars[3]!.from, 1);
  });

  test("that do not add up are an error, not a picture", () => {
    const wrong = of({weight: 3});
    expect(wrong).toContain("The weights do not add up");
    expect(wrong).toContain("1.25");
    expect(wrong).not.toContain("that both are one");
  });

  test("add up for any pair whose weights are rounded to two decimals", () => {
    const weights = fc.array(fc.double({min: -20, max: 20, noNaN: true}), {minLength: 1, maxLength: 7});
    fc.assert(
      fc.property(weights, (exact) => {
        const weight = settings.person!.prior + exact.reduce((sum, x) => sum + x, 0);
        const names = known.en.person.map(({id}) => id);
        const evidence = exact.map((x, i): Evidence => [names[i]!, 0, Math.round(x * 100) / 100]);
        expect(of({weight, evidence: JSON.stringify(evidence)})).toContain("All together");
      })
    );
  });

  test("say by what the pair was found, what is not known of both, and where the thresholds are", () => {
    expect(of()).toContain("Pair 1: person, brought together by year of birth + family name");
    expect(of()).toContain(
      "Dashed: review from 50%, link from 90%. Not known of both: e-mail, telephone, registration number, address."
    );
    expect(of({found_by: "converted"})).toContain("brought together by lead that became the customer");
  });
});

test("a weight is log2 of the odds", () => {
  expect(weightOf(0.5)).toBe(0);
  expect(weightOf(0.8)).toBeCloseTo(2);
  expect([weightOf(0), weightOf(1)]).toEqual([-200, 200]);
});

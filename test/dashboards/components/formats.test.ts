import {describe, expect, test} from "vitest";
import {currencySign} from "../../../dashboards/format/currency.ts";
import {formats} from "../../../dashboards/format/formats.ts";
import {probability} from "../../../dashboards/format/probability.ts";

const en = formats("en", "GBP");
const zh = formats("zh", "GBP");
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("money has three significant digits, never fewer than its integer part, and rolls over", () => {
  test.each([
    [0, "£0", "£0"],
    [61.4, "£61", "£61"],
    [9_999, "£9,999", "£9,999"],
    [9_999.6, "£10.0k", "£1.00万"],
    [12_345, "£12.3k", "£1.23万"],
    [99_949, "£99.9k", "£9.99万"],
    [99_950, "£100k", "£10.0万"],
    [412_000, "£412k", "£41.2万"],
    [999_499, "£999k", "£99.9万"],
    [999_500, "£1.00m", "£100万"],
    [4_820_000, "£4.82m", "£482万"],
    [12_345_678, "£12.3m", "£1,235万"],
    [99_994_999, "£100m", "£9,999万"],
    [99_999_999, "£100m", "£1.00亿"],
    [123_456_789, "£123m", "£1.23亿"],
    [999_500_000, "£1.00bn", "£10.0亿"],
    [1_230_000_000, "£1.23bn", "£12.3亿"],
    [-894_000, "−£894k", "−£89.4万"],
    [-0.2, "£0", "£0"]
  ])("%d is %s and %s", (value, english, chinese) => {
    expect(en.money(value)).toBe(english);
    expect(zh.money(value)).toBe(chinese);
  });

  test("a gain carries its plus where asked, zero never", () => {
    expect(en.money(58_000, {plus: true})).toBe("+£58.0k");
    expect(zh.money(58_000, {plus: true})).toBe("+£5.80万");
    expect(en.money(0, {plus: true})).toBe("£0");
  });

  test("exact money is for tables", () => {
    expect(en.moneyExact(12_345)).toBe("£12,345");
    expect(en.moneyExact(4.2, 2)).toBe("£4.20");
    expect(en.moneyExact(-1_234.5, 1)).toBe("−£1,234.5");
  });
});

describe("both ends of a money interval share scale and decimals", () => {
  test.each([
    [41_000, 151_000, "£41k to £151k", "£4.1万 至 £15.1万"],
    [900, 9_000, "£900 to £9,000", "£900 至 £9,000"],
    [-6_100, 28_000, "−£6.1k to £28.0k", "−£0.61万 至 £2.80万"],
    [0, 28_000, "£0 to £28.0k", "£0 至 £2.80万"],
    [12, 1_200_000, "£12 to £1.20m", "£12 至 £120万"]
  ])("%d to %d", (low, high, english, chinese) => {
    expect(en.moneyRange(low, high)).toBe(english);
    expect(zh.moneyRange(low, high)).toBe(chinese);
  });
});

describe("counts are exact in tables, and on KPIs up to 99,999", () => {
  test.each([
    [12_345, "12,345", "12,345", "12,345"],
    [99_999, "99,999", "99,999", "99,999"],
    [100_000, "100,000", "100k", "10.0万"],
    [123_456, "123,456", "123k", "12.3万"],
    [1_234_567, "1,234,567", "1.23m", "123万"]
  ])("%d", (value, exact, english, chinese) => {
    expect(en.count(value)).toBe(exact);
    expect(zh.count(value)).toBe(exact);
    expect(en.kpi(value)).toBe(english);
    expect(zh.kpi(value)).toBe(chinese);
  });

  test("a count from the database may be a bigint", () => expect(en.count(18_742n)).toBe("18,742"));
});

describe("an axis has one scale", () => {
  test.each([
    [200, [0, 50, 200], ["0", "50", "200"], ["0", "50", "200"]],
    [80_000, [0, 20_000, 80_000], ["0", "20,000", "80,000"], ["0", "20,000", "80,000"]],
    [150_000, [0, 50_000, 150_000], ["0", "50k", "150k"], ["0", "5万", "15万"]],
    [4_000_000, [500_000, 4_000_000], ["0.5m", "4m"], ["50万", "400万"]],
    [3e9, [1.5e9, 3e9], ["1.5bn", "3bn"], ["15亿", "30亿"]]
  ])("that ends at %d", (max, ticks, english, chinese) => {
    expect(ticks.map(en.axis(max))).toEqual(english);
    expect(ticks.map(zh.axis(max))).toEqual(chinese);
  });

  test("of money carries the sign", () => expect([0, 50, -50].map(en.axisMoney(100))).toEqual(["0", "£50", "−£50"]));
});

describe("shares are per cent, their differences points", () => {
  test.each([
    [en.share(0.164), "16.4%"],
    [en.share(0.0005), "0.1%"],
    [en.share(-0.044), "−4.4%"],
    [en.change(0.061), "+6.1%"],
    [en.change(0), "0.0%"],
    [en.points(-0.044), "−4.4 pts"],
    [zh.points(-0.044), "−4.4 个百分点"],
    [zh.points(-0.044, {tight: true}), "−4.4 点"],
    [en.shareRange(0.151, 0.179), "15.1–17.9%"],
    [zh.shareRange(0.151, 0.179), "15.1%–17.9%"],
    [en.shareRange(-0.01, 0.03), "−1.0% to 3.0%"],
    [en.pointsRange(-0.061, -0.028), "−6.1 to −2.8"],
    [zh.pointsRange(-0.061, -0.028), "−6.1 至 −2.8"]
  ])("%s", (actual, expected) => expect(spaced(actual)).toBe(expected));

  test("what rounds to zero carries no sign", () => {
    expect(en.share(-0.0001)).toBe("0.0%");
    expect(spaced(en.points(-0.0001))).toBe("0.0 pts");
  });

  test("ties go away from zero in spite of binary fractions", () => {
    expect(en.share(0.10005, 2)).toBe("10.01%");
    expect(en.number(1.005, 2)).toBe("1.01");
  });
});

describe("scores are signed", () => {
  test.each([
    [en.score(31), "+31"],
    [en.score(-4.25, 1), "−4.3"],
    [en.score(0), "0"],
    [en.scoreRange(27, 35), "+27 to +35"],
    [zh.scoreRange(-2, 35), "−2 至 +35"],
    [en.range(27, 35), "27 to 35"],
    [en.number(0.803, 3), "0.803"]
  ])("%s", (actual, expected) => expect(spaced(actual)).toBe(expected));
});

describe("dates are printed in UTC", () => {
  const last = "2026-06-24T23:30:00Z";
  test.each([
    [en.date(last), "24 Jun 2026"],
    [zh.date(last), "2026年6月24日"],
    [en.day(last), "24 Jun"],
    [zh.day(last), "6月24日"],
    [en.month("2026-06-01"), "Jun 2026"],
    [zh.month("2026-06"), "2026年6月"],
    [en.axisMonth("2026-04-01"), "Apr"],
    [zh.axisMonth("2026-04-01"), "4月"],
    [en.axisMonth("2026-01-01"), "Jan 26"],
    [zh.axisMonth("2026-01-01"), "26年1月"],
    [en.instant("2026-06-24 02:14:00"), "24 Jun 2026 02:14"],
    [zh.instant("2026-06-24T02:14:00Z"), "2026年6月24日 02:14"],
    [en.iso(new Date(Date.UTC(2026, 5, 24, 23))), "2026-06-24"]
  ])("%s", (actual, expected) => expect(spaced(actual)).toBe(expected));

  test("what is no date is refused with its value", () => expect(() => en.date("soon")).toThrow('invalid date "soon"'));
});

describe("durations carry their unit", () => {
  test.each([
    [en.days(94), "94 days"],
    [en.days(1), "1 day"],
    [zh.days(94), "94 天"],
    [en.businessHours(31), "31 business hours"],
    [zh.businessHours(31), "31 个工作小时"],
    [en.hours(1.5, 1), "1.5 hours"],
    [en.daysAgo(82), "82 days ago"],
    [en.daysAgo(0), "today"],
    [zh.daysAgo(82), "82 天前"],
    [zh.months(3), "3 个月"],
    [en.weeks(13), "13 weeks"]
  ])("%s", (actual, expected) => expect(spaced(actual)).toBe(expected));
});

test("a unit never wraps away from its number", () => {
  expect(en.points(0.01)).toBe("+1.0\u00a0pts");
  expect(zh.days(3)).toBe("3\u00a0天");
});

test("a missing value is a dash, never blank, 0 or NaN", () => {
  for (const f of [en, zh]) {
    for (const value of [null, undefined, NaN, Infinity]) {
      const texts = [f.count, f.kpi, f.money, f.share, f.points, f.score, f.days, f.daysAgo].map((one) => one(value));
      expect(new Set(texts)).toEqual(new Set(["–"]));
    }
    expect([f.date(null), f.month(undefined), f.instant(null)]).toEqual(["–", "–", "–"]);
    expect(f.shareRange(0.1, null)).toBe("–");
    expect(f.moneyRange(null, 5)).toBe("–");
  }
});

test("the currency belongs to the data: a sign where one is customary, the code elsewhere", () => {
  expect(["GBP", "CNY", "USD", "EUR", "CHF"].map(currencySign)).toEqual(["£", "¥", "$", "€", "CHF\u00a0"]);
  expect(() => currencySign("£")).toThrow('invalid currency "£"');
  expect(formats("zh", "CNY").money(41_200)).toBe("¥4.12万");
});

test("a probability is never written as certain or impossible", () => {
  const written = [1, 0.9991, 0.999, 0.93, 0.001, 0.0009, 0, null].map((share) => probability(share, en));
  expect(written).toEqual([">99.9%", ">99.9%", "99.9%", "93.0%", "0.1%", "<0.1%", "<0.1%", "–"]);
});

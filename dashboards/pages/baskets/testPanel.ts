import {
  html,
  intervalTrack,
  panel,
  table,
  tooFew,
  trackScale,
  type Content,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {Summary, TestRow} from "./rows.ts";
import {methodName, notTested} from "./words.ts";

/** How good lists of ten would have been on a day that chose nothing, every method beside every other, among all products and among new ones. */
export function testPanel(tests: readonly TestRow[], summary: Summary, c: Context): Html {
  const {t, f} = c;
  const frame = {id: "test", span: 12, title: t("Do we know what they buy next?", "能否预知客户下一步购买？")} as const;
  const shown = tests.filter(({stage}) => stage === "test");
  const [first] = shown;
  if (!first) {
    const [title, text] = notTested(summary.recommend_state === "tested" ? "too_short" : summary.recommend_state, c);
    return panel({...frame, body: tooFew({title, text})});
  }
  const order = (row: TestRow) => (row.scope === "all" ? 0 : 1);
  return panel({
    ...frame,
    sub: t(
      `Lists of ten made on ${f.date(first.from_on)}, held against what ${f.count(first.customers)} customers bought in the ${f.days(first.horizon_days)} after it`,
      `${f.date(first.from_on)} 生成的十件清单，与其后 ${f.days(first.horizon_days)}内 ${f.count(first.customers)} 位客户的购买对照`
    ),
    body: table({
      caption: t("Hit rates of ways to recommend", "各推荐方法的命中率"),
      columns: [
        t("Way", "方法"),
        t("Among", "范围"),
        {head: t("Hit rate", "命中率"), right: true},
        {head: trackScale("0%", "100%", t("95% interval", "95% 区间")), width: "18%"},
        {head: t("Bought of ten", "十件中购买"), right: true},
        {head: t("Coverage", "覆盖率"), right: true},
        {head: t("vs popularity", "较热度"), right: true},
        {head: t("vs plain repeat", "较简单复购"), right: true}
      ],
      rows: shown
        .toSorted((a, b) => order(a) - order(b) || b.hit_share - a.hit_share)
        .map((row): Content[] => [
          row.is_chosen
            ? html`<b>${methodName(row.method, c)}</b> <span class="under">${t("in use", "采用")}</span>`
            : methodName(row.method, c),
          row.scope === "all" ? t("all", "全部") : t("new ones", "新商品"),
          html`<b>${f.share(row.hit_share)}</b>
            <span class="under nowrap">${f.shareRange(row.hit_low, row.hit_high, 0)}</span>`,
          intervalTrack({
            value: row.hit_share,
            low: row.hit_low,
            high: row.hit_high,
            domain: [0, 1],
            tone: row.is_chosen ? "c1" : "ctx"
          }),
          f.number(row.items_per_customer, 2),
          f.share(row.coverage_share, 0),
          gainWords([row.gain_popularity, row.gain_popularity_low, row.gain_popularity_high], c),
          gainWords([row.gain_repeat, row.gain_repeat_low, row.gain_repeat_high], c)
        ])
    }),
    note: t(
      "Hit: the list held a product that the customer then bought. The way in use was chosen on an earlier stretch, by the products bought of its lists; what is learnt was learnt before that. Plain repeat knows what is still sold and fills up with what is popular. Recent purchases: own purchases, each weighing half after 90 days. Coverage: products on any list, of those on sale.",
      "命中：清单含客户随后购买的商品。采用的方法由更早一段按清单中被购商品数选出，其学习又在此之前。简单复购仅含在售商品，不足时以热门商品补齐。近期购买：自身购买按 90 天半衰期加权。覆盖率：出现在清单中的商品占在售商品之比。"
    )
  });
}

/** A difference in points, with its interval; muted where that holds 0, in words where the two hit and missed alike for every customer. */
function gainWords(
  [gain, low, high]: readonly [number | null, number | null, number | null],
  {t, f}: Context
): Content {
  if (gain === null || low === null || high === null) return html`<span class="muted">–</span>`;
  if (gain === 0 && low === 0 && high === 0) return html`<span class="muted">${t("the same hits", "命中相同")}</span>`;
  const range = html`<span class="under nowrap">${f.pointsRange(low, high)}</span>`;
  if (low <= 0 && high >= 0) return html`<span class="muted">${t("no clear", "不显著")}</span> ${range}`;
  return html`<b class="${gain > 0 ? "good" : "bad"} nowrap">${f.points(gain, {tight: true})}</b> ${range}`;
}

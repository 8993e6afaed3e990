import {html, type Html} from "../../components/html.ts";
import {key} from "../../components/key.ts";
import {numbers} from "../../components/numbers.ts";
import {tooFew} from "../../components/states.ts";
import type {Tone} from "../../components/tone.ts";
import {weightHistogram} from "../../components/weightHistogram.ts";
import type {Locale} from "../../format/locale.ts";
import {weightOf} from "./odds.ts";
import type {Party, WeightRow} from "./rows.ts";
import {highestBin, lowestBin, weightBins, type Bin} from "./weightBins.ts";
import {partiesName} from "./words.ts";
import type {PartySettings} from "./settings.ts";

const tones: readonly Tone[] = ["c7", "c2", "c1"];

/** How alike the compared records are: bars by weight, thresholds, and the numbers. */
export function weightPart(
  rows: readonly WeightRow[],
  party: Party,
  {review, link}: PartySettings,
  locale: Locale
): Html {
  const {t, f} = locale;
  const own = weightBins(rows, party);
  if (!own.length)
    return tooFew({
      title: t("No pair was compared", "没有经过比较的记录对"),
      text: t("No two records share enough to be worth comparing.", "没有两条记录的共同之处足以比较。")
    });
  const sum = (of: (bin: Bin) => number) => own.reduce((total, row) => total + of(row), 0);
  const [pairs, links, reviews] = [sum((row) => row.pairs), sum((row) => row.links), sum((row) => row.reviews)];
  const who = partiesName(party, locale);
  const percent = (probability: number) => f.share(probability, probability > 0.99 ? 1 : 0);
  const whole = (weight: number) => f.number(weight);
  const binName = (from: number) =>
    from === lowestBin
      ? t(`below ${whole(lowestBin + 1)}`, `低于 ${whole(lowestBin + 1)}`)
      : from === highestBin
        ? t(`${whole(highestBin)} and over`, `${whole(highestBin)} 及以上`)
        : t(`${whole(from)} to ${whole(from + 1)}`, `${whole(from)} 至 ${whole(from + 1)}`);
  const label = t(
    `Pairs by match weight: ${f.count(links)} linked, ${f.count(reviews)} to review, ${f.count(pairs - links - reviews)} not linked`,
    `按匹配权重的记录对数：归并 ${f.count(links)}，待复核 ${f.count(reviews)}，不归并 ${f.count(pairs - links - reviews)}`
  );
  const drawn = weightHistogram({
    label,
    bins: own,
    thresholds: [
      {weight: weightOf(review), text: t(`review from ${percent(review)}`, `${percent(review)} 起复核`)},
      {weight: weightOf(link), text: t(`link from ${percent(link)}`, `${percent(link)} 起归并`)}
    ],
    tones,
    format: f.kpi
  });
  return html`${drawn}
    <p class="note">
      ${key("fill", t(`${who}, not linked: ${f.count(pairs - links - reviews)} pairs`, `${who}，不归并：${f.count(pairs - links - reviews)} 对`), "c7")}
      ${key("fill", t(`review: ${f.count(reviews)}`, `复核：${f.count(reviews)} 对`), "c2")}
      ${key("fill", t(`linked: ${f.count(links)}`, `归并：${f.count(links)} 对`), "c1")}
      ${t(
        "Each line is ten times the one below. Rules and stewards decide at any weight.",
        "每条横线为下一条的十倍。规则与人工决定不论权重。"
      )}
    </p>
    ${numbers(
      {
        caption: label,
        columns: [t("Weight", "权重"), t("Pairs", "记录对"), t("Linked", "归并"), t("Review", "复核")],
        rows: own.map((row) => [binName(row.from), f.count(row.pairs), f.count(row.links), f.count(row.reviews)])
      },
      locale
    )}`;
}

import {html, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {isClear, netRange} from "./periodWords.ts";
import type {Net, Period} from "./periods.ts";
import {originName} from "./stageTones.ts";

/** Where customers moved, in at most two sentences; only what clears its interval is called a change. */
export function finding(period: Period, locale: Locale): Html {
  const {t, f} = locale;
  const {rhythm} = period;
  const since = f.date(period.from);
  if (!rhythm)
    return html`${t(`Too few customers moved since ${since} to be told.`, `自${since}起流动的客户过少，不予显示。`)}`;
  const range = (net: Net) =>
    t(`95% interval ${netRange(net.low, net.high, locale)}`, `95% 区间 ${netRange(net.low, net.high, locale)}`);
  const back = rhythm.entered - rhythm.newcomers;
  const parts = t(
    `${f.count(rhythm.newcomers)} bought for the first time, ${f.count(back)} came back, ${f.count(rhythm.left)} fell silent`,
    `首购 ${f.count(rhythm.newcomers)} 位，回归 ${f.count(back)} 位，转入沉默 ${f.count(rhythm.left)} 位`
  );
  const size = f.count(Math.abs(rhythm.net));
  const first = isClear(rhythm)
    ? html`<b
          >${
            rhythm.net > 0
              ? t(
                  `${size} more customers order in their rhythm than on ${since}`,
                  `按节奏购买的客户比${since}多 ${size} 位`
                )
              : t(
                  `${size} fewer customers order in their rhythm than on ${since}`,
                  `按节奏购买的客户比${since}少 ${size} 位`
                )
          }</b
        >${t(` (${range(rhythm)}): ${parts}.`, `（${range(rhythm)}）：${parts}。`)}`
    : html`<b>${t(`No clear movement into or out of rhythm since ${since}`, `自${since}起，进出购买节奏无显著变化`)}</b
        >${t(
          `: ${parts} (net ${f.score(rhythm.net)}, ${range(rhythm)}).`,
          `：${parts}（净 ${f.score(rhythm.net)}，${range(rhythm)}）。`
        )}`;
  return html`${first} ${silentGain(period, locale, range)}`;
}

/** The stage out of rhythm that won most beyond chance. */
function silentGain(period: Period, locale: Locale, range: (net: Net) => string): string | false {
  const {t, f} = locale;
  const [most] = period.nets
    .filter(({stage, net}) => ["slipping", "dormant", "lost"].includes(stage) && net && net.low > 0)
    .sort((a, b) => b.net!.net - a.net!.net);
  if (!most?.net) return false;
  const name = originName(most.stage, locale);
  return t(
    `${name} grew most of the silent stages: ${f.score(most.net.net)} (${range(most.net)}).`,
    `沉默阶段中“${name}”增加最多：${f.score(most.net.net)}（${range(most.net)}）。`
  );
}

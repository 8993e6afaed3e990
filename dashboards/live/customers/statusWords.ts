import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";

const noun = (n: number): string => (n === 1 ? "customer" : "customers");

/** How many customers are shown: "23 of 2,400 customers". */
export function countWords(shown: number, all: number, {t, f}: Locale): string {
  if (shown === all) return t(`${f.count(all)} ${noun(all)}`, `${f.count(all)} 位客户`);
  return t(`${f.count(shown)} of ${f.count(all)} ${noun(all)}`, `${f.count(all)} 位客户中的 ${f.count(shown)} 位`);
}

/** What is here of a list that nobody has filtered: its most valuable part. */
export const partWords = (loaded: number, all: number, {t, f}: Locale): string =>
  t(
    `${f.count(all)} customers; the ${f.count(loaded)} most valuable are loaded, scroll for more`,
    `共 ${f.count(all)} 位客户；已载入净收入最高的 ${f.count(loaded)} 位，向下滚动载入更多`
  );

/** "Loading 20,000 of 200,000 customers". */
export const progressWords = (loaded: number, all: number, {t, f}: Locale): string =>
  t(`Loading ${f.count(loaded)} of ${f.count(all)} customers`, `正在载入客户：${f.count(loaded)} / ${f.count(all)}`);

/** Filters of the address that mean nothing here, with their values. */
export function unknownWords(names: readonly string[], query: string, {t}: Locale): Html {
  const given = new URLSearchParams(query);
  const parts = names.map((name) => `${name}=${given.get(name) ?? ""}`);
  return html`<p class="banner">
    ${t("Not known and left out: ", "无法识别，已忽略：")}<b>${parts.join(t(", ", "，"))}</b>
  </p>`;
}

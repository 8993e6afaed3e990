import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";

/** What the list page says first. */
export interface BaseFacts {
  customers: number;
  buyers: number;
  /** The best fifth of the buyers: how many they are, and their share of positive net revenue; null without revenue. */
  best: {customers: number; share: number} | null;
}

/** How many customers there are, how many of them have ordered, and what the best fifth of those holds. */
export function finding({customers, buyers, best}: BaseFacts, {t, f}: Locale): Html {
  const n = f.count(customers);
  const all = t(`${n} ${customers === 1 ? "customer" : "customers"}`, `共 ${n} 位客户`);
  const ordered =
    buyers === customers
      ? t(customers === 1 ? ", who has ordered." : ", all of whom have ordered.", "，均下过单。")
      : t(
          `; ${f.count(buyers)} of them ${buyers === 1 ? "has" : "have"} ordered.`,
          `，其中 ${f.count(buyers)} 位下过单。`
        );
  const top =
    best &&
    buyers >= 5 &&
    t(
      ` The best ${f.count(best.customers)}, a fifth of the buyers, hold ${f.share(best.share, 0)} of net revenue.`,
      `净收入最高的 ${f.count(best.customers)} 位（买家的五分之一）占净收入的 ${f.share(best.share, 0)}。`
    );
  return html`<b>${all}</b>${ordered}${top}`;
}

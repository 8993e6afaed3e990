import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {AudienceRow} from "./rows.ts";

/** How many audiences there are, which is the largest, whom it reaches, and what was sent last. */
export function finding(rows: readonly AudienceRow[], c: Context): string {
  const {t, f, lang, minCell} = c;
  const told = rows.filter(({customers}) => customers > 0 && !isWithheld(customers, minCell));
  const [largest] = told.toSorted((a, b) => b.customers - a.customers || a.position - b.position);
  const count =
    rows.length === 1
      ? t("One audience", "1 个受众")
      : t(`${f.count(rows.length)} audiences`, `${f.count(rows.length)} 个受众`);
  if (!largest) return t(`${count}, none of which holds anybody to speak of.`, `${count}，均无足够客户。`);
  const name = lang === "zh" ? largest.name_zh : largest.name_en;
  const size = t(
    `${f.count(largest.customers)} customers (${f.share(largest.customer_share)})`,
    `${f.count(largest.customers)} 位客户（${f.share(largest.customer_share)}）`
  );
  const reach = t(
    `, of whom ${f.count(largest.reachable)} may be reached`,
    `，其中 ${f.count(largest.reachable)} 位可触达`
  );
  const last = rows
    .filter(({last_sent_on}) => last_sent_on !== null)
    .toSorted((a, b) => +b.last_sent_on! - +a.last_sent_on!)[0];
  const sent = last
    ? t(
        ` The last sending was ${last.name_en} on ${f.date(last.last_sent_on)}.`,
        `最近一次发送为${last.name_zh}（${f.date(last.last_sent_on)}）。`
      )
    : t(" None has been sent yet.", "尚未发送过。");
  return (
    t(`${count}; the largest, ${name}, holds ${size}${reach}.`, `${count}；最大的是${name}，有 ${size}${reach}。`) +
    sent
  );
}

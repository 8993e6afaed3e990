import type {Context} from "../../context.ts";
import {withheldParts} from "../../withheld.ts";
import {LEAST_CUSTOMERS, LEAST_FEATURES} from "../../../models/personas/learn.ts";
import {LEAST_SHARE, STABLE} from "../../../models/personas/choose.ts";
import {agreement, isUndecided} from "./agreement.ts";
import {personaName} from "./featureWords.ts";
import type {PersonaData} from "./rows.ts";

/** Whether customers form personas, how stable they are, and which is the largest; or why there are none. */
export function finding({summary, personas, stability}: PersonaData, c: Context): string {
  const {t, f, minCell} = c;
  if (!summary || summary.customers === 0) return t("Nobody has an order yet.", "尚无订单。");
  if (summary.verdict === "too_few_customers")
    return t(
      `No personas: ${f.count(LEAST_CUSTOMERS)} customers with an order are needed to find them again, there are ${f.count(summary.customers)}.`,
      `暂无画像：重复验证需要 ${f.count(LEAST_CUSTOMERS)} 位有订单的客户，目前 ${f.count(summary.customers)} 位。`
    );
  if (summary.verdict === "too_few_features")
    return t(
      `No personas: customers differ in ${f.count(summary.used_features)} features that enough of them are known by; ${f.count(LEAST_FEATURES)} are needed.`,
      `暂无画像：仅 ${f.count(summary.used_features)} 个特征已知且有差异，至少需要 ${f.count(LEAST_FEATURES)} 个。`
    );
  if (summary.verdict === "unrelated_features")
    return t(
      "No personas: no feature of a customer goes with another more than chance would have it.",
      "没有画像：客户的各特征之间的关联不超过偶然。"
    );
  const tried = stability.toSorted((a, b) => b.ari_mean - a.ari_mean);
  const near = tried.find(isUndecided);
  if (summary.verdict === "smooth" && near)
    return t(
      `No personas yet: undecided. Two halves of the customers agree on ${f.count(near.clusters)} groups by ${agreement(near.ari_mean, c)} (${agreement(near.smooth_ari_mean, c)} without groups); that is less than a standard error short of ${f.number(STABLE, 2)}, from which on groups are stable, so none are drawn.`,
      `暂无画像：尚无定论。分为 ${f.count(near.clusters)} 组时两半客户的一致度为 ${agreement(near.ari_mean, c)}（无分组对照 ${agreement(near.smooth_ari_mean, c)}），距稳定所需的 ${f.number(STABLE, 2)} 不足一个标准误，因此暂不划分。`
    );
  const best = tried[0]!;
  if (summary.verdict === "smooth")
    return t(
      `No personas: no division into two to eight groups is stable, more than smooth variation and without a group under ${f.share(LEAST_SHARE, 0)}. On the most stable, ${f.count(best.clusters)} groups, two halves of the customers agree by ${agreement(best.ari_mean, c)} (${f.number(best.smooth_ari_mean, 2)} without groups; ${f.number(STABLE, 2)} is stable).`,
      `没有画像：二至八组的划分中，没有一种同时做到稳定、优于平滑变化且各组不低于 ${f.share(LEAST_SHARE, 0)}。最稳定的是 ${f.count(best.clusters)} 组，两半客户的一致度为 ${agreement(best.ari_mean, c)}（无分组对照 ${f.number(best.smooth_ari_mean, 2)}；${f.number(STABLE, 2)} 起为稳定）。`
    );
  const chosen = stability.find(({is_chosen}) => is_chosen)!;
  const kinds = t(
    `Customers fall into ${f.count(summary.personas)} kinds, which two halves of them agree on by ${f.number(chosen.ari_mean, 2)} (${f.number(chosen.smooth_ari_mean, 2)} if they varied smoothly).`,
    `客户可分为 ${f.count(summary.personas)} 类，两半客户各自得出的分组一致度为 ${f.number(chosen.ari_mean, 2)}（若平滑变化则为 ${f.number(chosen.smooth_ari_mean, 2)}）。`
  );
  const withheld = withheldParts(
    personas.map(({customers}) => customers),
    minCell
  );
  const [first] = personas
    .filter((_, i) => !withheld[i])
    .toSorted((a, b) => b.net_revenue_365d - a.net_revenue_365d || a.persona - b.persona);
  if (!first) return kinds;
  const name = personaName(first.traits, c);
  const revenue =
    first.revenue_ratio === null
      ? ""
      : t(
          ` and ${f.share(first.revenue_ratio, 0)} of the year's revenue`,
          `、近一年收入的 ${f.share(first.revenue_ratio, 0)}`
        );
  return (
    kinds +
    t(
      ` “${name}” brings most: ${f.share(first.customer_share, 0)} of customers${revenue}.`,
      `贡献最大的是“${name}”：占客户的 ${f.share(first.customer_share, 0)}${revenue}。`
    )
  );
}

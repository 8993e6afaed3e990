import {html, type Html} from "../../components/html.ts";
import {key} from "../../components/key.ts";
import type {Locale} from "../../format/locale.ts";

/** What ranks the list: a model's risk, or warning rules and their past. */
export type ListKind = "model" | "rules";

/** What the list is ranked by, and where its intervals come from. */
export const listSub = (kind: ListKind, horizon: string, {t}: Locale): string =>
  kind === "model"
    ? t(
        `Ranked by value at risk = risk of no order within ${horizon} × usual revenue of ${horizon}; intervals: how many with such a risk did leave, 95%`,
        `按风险价值排列 = ${horizon}内不再下单的风险 × ${horizon}的常规收入；区间：同等风险者实际流失的 95% 区间`
      )
    : t(
        `Ranked by number of warnings × usual revenue of ${horizon}. Risk: how many with such a warning placed no order within ${horizon} in the past; 95% intervals`,
        `按预警数 × ${horizon}的常规收入排列。风险：过去有此类预警者 ${horizon}内未下单的比例；区间为 95%`
      );

/** How to read the marks of the reasons. */
export const listKey = (kind: ListKind, {t}: Locale): Html | false =>
  kind === "model" &&
  html`${key("fill", t("raises the risk; the fuller the more", "推高风险，越深越强"), "bad")}
  ${key("pale", t("warned of, but not counted in the risk", "已预警，未计入风险"), "bad")}`;

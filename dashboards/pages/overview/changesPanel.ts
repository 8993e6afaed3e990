import {changes, html, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {whatChanged, type ChangesData} from "./whatChanged.ts";

/** What changed, or what was looked at without a clear change. */
export function changesPanel(data: ChangesData, c: Context): Html {
  const {t} = c;
  const list = whatChanged(data, c);
  return panel({
    span: 4,
    title: t("What changed?", "有哪些变化？"),
    sub: t("Only changes that clear their interval", "仅列出超出置信区间的变化"),
    body: list.length ? changes(list) : html`<p class="sub">${nothing(data, c)}</p>`
  });
}

function nothing({change, risk, nps, served}: ChangesData, {t, f, asOf}: Context): string {
  const looked = [
    change && t("return of newer customers", "新近客户复购"),
    risk?.share && t("share of revenue at risk", "风险收入占比"),
    nps?.change && t("NPS", "NPS"),
    served.some(({usual}) => usual) && t("service", "客服")
  ].filter((name): name is string => Boolean(name));
  const day = f.date(asOf);
  if (!looked.length)
    return t(
      `Nothing can be compared yet as of ${day}: the history is too short.`,
      `截至 ${day} 尚无可比较的内容：历史过短。`
    );
  return t(
    `No clear change as of ${day} in: ${looked.join(", ")}.`,
    `截至 ${day}，以下各项无显著变化：${looked.join("、")}。`
  );
}

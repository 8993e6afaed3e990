import {changes, html, panel, type Change, type Html} from "../../components/index.ts";
import {type Context} from "../../context.ts";

/** What changed, or that nothing did. */
export function changesPanel(list: readonly Change[], {t, f, asOf}: Context): Html {
  const none = html`<p class="sub">
    ${t(
      `No clear change as of ${f.date(asOf)}: return of newer customers, value at risk, NPS and service are all within their intervals.`,
      `截至 ${f.date(asOf)} 无显著变化：新近客户复购、风险价值、NPS 与客服均在区间之内。`
    )}
  </p>`;
  return panel({
    span: 4,
    title: t("What changed?", "有哪些变化？"),
    sub: t("Only changes that clear their interval", "仅列出超出置信区间的变化"),
    body: list.length ? changes(list) : none
  });
}

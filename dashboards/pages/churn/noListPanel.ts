import {grid, html, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** In place of a list that would be near useless: what to look at instead. */
export function noListPanel(c: Context): Html {
  const {t} = c;
  const link = (path: string, text: string) => html`<a href="${c.href(path)}">${text}</a>`;
  return grid(
    panel({
      title: t("What to do without a list?", "没有名单该怎么办？"),
      sub: t(
        "A list in an order that means nothing would cost calls and look like knowledge.",
        "没有意义的排序只会浪费致电，却看似有据。"
      ),
      body: html`<ul class="steps">
        <li>
          ${t("See when customers come back at all, and which kinds do: ", "先看客户何时回来、哪类客户会回来：")}${link("/cohorts", t("cohorts", "同期群"))}${t(".", "。")}
        </li>
        <li>
          ${t("Choose whom to write to by what they are worth: ", "按价值选择联系对象：")}${link("/segments", t("segments", "分群"))}${t(".", "。")}
        </li>
        <li>
          ${t("The tests below run with every build: a list appears here once one of them tells leavers from stayers.", "下方检验随每次构建进行：一旦能区分流失与留存，名单即会出现。")}
        </li>
      </ul>`
    })
  );
}

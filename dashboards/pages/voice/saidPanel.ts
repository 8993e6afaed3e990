import {
  button,
  empty,
  filterLine,
  filters,
  html,
  panel,
  raw,
  select,
  tooFew,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {byValue, type Said} from "./said.ts";
import {sentiments, type ThemeChoice} from "./saidFilter.ts";
import {saidList} from "./saidList.ts";
import {countWords, FIRST} from "./saidWords.ts";
import {languageName, moodOf} from "./words.ts";

/** Themes that the list of choices holds; an address may name any. */
const OFFERED = 14;

/** What the panel is made of. */
export interface SaidPanel {
  list: readonly Said[];
  themes: readonly ThemeChoice[];
  labels: Readonly<Record<string, string>>;
  languages: readonly string[];
  /** Texts are there, whether they may be published or not. */
  hasTexts: boolean;
}

/** What customers wrote, in their words; script filters all of the newest thousand. */
export function saidPanel({list, themes, labels, languages, hasTexts}: SaidPanel, c: Context): Html {
  const {t} = c;
  const frame = {
    id: "verbatims",
    title: t("What do they say, in their words?", "他们原话怎么说？"),
    long: true
  } as const;
  if (!list.length)
    return panel({
      ...frame,
      body: hasTexts
        ? tooFew({
            title: t("Texts are not published", "文本未发布"),
            text: html`${t("The company keeps them to itself: ", "公司选择不发布：")}<code>settings.feedback.verbatims</code>${t(" is false.", " 为 false。")}`
          })
        : empty({
            title: t("No texts", "没有文本"),
            text: html`${t("Map ", "请在类型为 ")}<code>comment</code>${t(" in an export of kind ", " 的列、")}<code>feedback</code>${t(".", " 的导出中映射。")}`
          })
    });
  const any = {value: "", name: t("All", "全部")};
  const items = [
    themes.length > 0 &&
      select({
        name: "theme",
        label: t("Theme", "主题"),
        value: "",
        choices: [any, ...themes.slice(0, OFFERED).map(({theme, label}) => ({value: theme, name: label}))]
      }),
    select({
      name: "sentiment",
      label: t("Sounds", "情感"),
      value: "",
      choices: [any, ...sentiments.map((value) => ({value, name: moodOf(value, c)!.word}))]
    }),
    languages.length > 1 &&
      select({
        name: "language",
        label: t("Language", "语言"),
        value: "",
        choices: [any, ...languages.map((value) => ({value, name: languageName(value, c)}))]
      }),
    select({
      name: "order",
      label: t("First", "排序"),
      value: "value",
      choices: [
        {value: "value", name: t("highest revenue", "收入最高")},
        {value: "newest", name: t("newest", "最新")}
      ]
    })
  ];
  const view = {list: byValue(list), shown: FIRST, customer: c.href("/customers", {key: ""}), labels};
  return panel({
    ...frame,
    sub: t(
      "The newest texts of surveys and tickets; names, addresses and numbers that are recognised are masked, others may remain",
      "问卷与工单的最新文本；可识别的姓名、地址与号码已隐去，仍可能有遗漏"
    ),
    body: html`${filters(items)}${filterLine()}
      <div data-said>${saidList(view, c)}</div>
      <p class="sub">
        <span data-said-count role="status">${countWords(FIRST, list.length, list.length, c)}</span>
        <span class="needs-script" ${list.length <= FIRST && raw(" hidden")}
          >${button({text: t("Show more", "显示更多"), kind: "quiet", id: "more"})}</span
        >
      </p>`
  });
}

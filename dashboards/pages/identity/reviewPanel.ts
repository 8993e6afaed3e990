import {button, csvButton, empty, html, panel, raw, stackedPanels, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {decidePart} from "./decidePart.ts";
import type {Dictionary} from "./dictionary.ts";
import {firstParty} from "./evidencePanels.ts";
import type {Reviewed} from "./review.ts";
import {countWords, firstShown, moreWords} from "./reviewCount.ts";
import {reviewList} from "./reviewList.ts";
import type {Settings} from "./settings.ts";
import {waterfall} from "./waterfall.ts";

export interface Queue {
  list: readonly Reviewed[];
  /** Pairs that wait, on the list or not. */
  all: number;
  settings: Settings;
  dictionary: Dictionary;
}

/** The queue, and beside it the first pair's weights and how to decide; script takes over the choice of the pair. */
export function reviewPanels(queue: Queue, c: Context): Html {
  const {t} = c;
  const [first] = queue.list;
  if (!first) return panel({id: "review", title: title(c), body: nothing(queue, c)});
  return html`${queuePanel(queue, first, c)}
    <div class="span-4 beside-queue">
      ${stackedPanels(12, [
        panel({
          id: "why",
          title: t("Why this probability?", "概率从何而来？"),
          body: html`<div id="why-body">${waterfall(first, queue.settings[first.party]!, queue.dictionary, c)}</div>`
        }),
        panel({
          id: "decide",
          title: t("How is a pair decided?", "如何作出决定？"),
          body: decidePart(c),
          note: t(
            "Decisions win over rules and scores and survive every run. Of two that contradict each other, “different” holds.",
            "人工决定优先于规则与评分，并在每次运行后保留；相互矛盾时以“不同”为准。"
          )
        })
      ])}
    </div>`;
}

const title = ({t}: Context) => t("Which pairs should a person look at first?", "哪些记录对应先由人工复核？");

function queuePanel({list, all, dictionary}: Queue, first: Reviewed, c: Context): Html {
  const {t} = c;
  const shown = Math.min(firstShown, list.length);
  const addressOf = (id: string) => c.href("/customers", {key: id});
  const more = button({text: moreWords(shown, list.length, c), kind: "quiet", id: "more"});
  return panel({
    id: "review",
    title: title(c),
    sub: t(
      "Pairs of records that may be one: most net revenue of both customers first, then the most doubtful; a second pair of the same two customers comes last",
      "可能为同一者的记录对：按双方客户净收入合计排序，其次按不确定程度；同样两位客户的第二对排在最后"
    ),
    span: 8,
    actions: html`<span class="needs-script">${csvButton(t("queue", "待复核清单"))}</span>`,
    body: html`<p class="sub" id="identity-line" role="status"></p>
      <div id="queue-list">${reviewList({rows: list.slice(0, shown), chosen: first.id, dictionary, addressOf}, c)}</div>
      <p class="sub">
        <span id="queue-count" role="status">${countWords(shown, list.length, Math.max(all, list.length), c)}</span>
        <span class="needs-script" ${shown >= list.length && raw(" hidden")}>${more}</span>
      </p>`,
    long: true
  });
}

const nothing = ({settings}: Queue, {t}: Context): Html =>
  empty({
    title: t("No pair waits for review", "没有待复核的记录对"),
    text: firstParty(settings)
      ? t(
          "Every compared pair is clearly one or clearly two. A lower identity.review_probability in perennial.config.ts would bring more here.",
          "所有已比较的记录对均可明确判断。若要复核更多，请在 perennial.config.ts 中降低 identity.review_probability。"
        )
      : t(
          "No records are compared: those loaded hold one e-mail address or telephone number each, and no more. Exports of customers or leads bring some.",
          "没有可比较的记录：已载入的记录各只含一个邮箱或电话。载入客户或线索的导出文件即可比较。"
        )
  });

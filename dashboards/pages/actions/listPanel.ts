import {button, csvButton, filterLine, filters, html, panel, raw, select, type Html} from "../../components/index.ts";
import {addressOf, linkTo} from "../../build/address.ts";
import type {Context} from "../../context.ts";
import {definitionOf} from "../glossary/definitionOf.ts";
import {actions as words} from "../glossary/terms/actions.ts";
import type {Listed} from "./listed.ts";
import {countWords, firstShown} from "./listWords.ts";
import {actionsFile, folderName} from "./takeAway.ts";
import {offeredBy, ownerName} from "./taskFilter.ts";
import {taskList} from "./taskList.ts";
import {dueName, kindName} from "./words.ts";

/** The ranked list with its filters; script takes over filters, "show more" and CSV of what is shown. */
export function listPanel(list: readonly Listed[], everybody: number, c: Context): Html {
  const {t} = c;
  const {kinds, dues, owners} = offeredBy(list);
  const any = {value: "", name: t("All", "全部")};
  const choose = (name: string, label: string, values: readonly string[], nameOf: (value: string) => string) =>
    values.length > 1 &&
    select({name, label, value: "", choices: [any, ...values.map((value) => ({value, name: nameOf(value)}))]});
  const items = [
    choose("owner", t("Owner", "负责人"), owners, (owner) => ownerName(owner, c)),
    choose("kind", t("Action", "行动"), kinds, (kind) => kindName(kind, c)),
    choose("due", t("Due", "到期"), dues, (due) => dueName(due, c))
  ];
  const shown = Math.min(firstShown(c.callsPerDay), list.length);
  const file = linkTo(addressOf("/actions", c.lang), `/data/${folderName}/${actionsFile(c.f.iso(c.asOf))}`);
  return panel(
    {
      id: "list",
      long: true,
      definition: definitionOf(words, "expected-value", c),
      title: t("Whom do we see to first, and why?", "先处理谁，为什么？"),
      sub: t(
        "One row per customer: the greatest expected value first, then what is due first; each with all that is to be done",
        "每位客户一行：按预期金额从高到低，其次按到期先后；列出全部待办"
      ),
      actions: html`<span class="needs-script"
          >${button({text: t("Shown as CSV", "所示导出 CSV"), kind: "quiet", icon: "down", id: "take"})}</span
        >${csvButton(t("all actions", "全部行动"), {href: file})}`,
      body: html`${items.some(Boolean) && filters(items)}${filterLine()}
        <div id="task-list">
          ${taskList({list, shown, calls: c.callsPerDay, customer: c.href("/customers", {key: ""}), ofOwner: false}, c)}
        </div>
        <p class="sub">
          <span id="task-count" role="status">${countWords(shown, list.length, list.length, everybody, c)}</span>
          <span class="needs-script" ${list.length <= shown && raw(" hidden")}
            >${button({text: t("Show more", "显示更多"), kind: "quiet", id: "more"})}</span
          >
        </p>`,
      note: t(
        "Messages are listed only for customers who agreed to a channel and have had fewer lately than the configuration allows; calls to keep not for those who refused calls. What goes on with an order, a complaint, a deal or a contract needs no consent to marketing.",
        "消息类行动仅列同意渠道且近期消息未达上限的客户；拒绝电话者不列入挽留电话。因订单、投诉、商机或合同而起的联系不需要营销许可。"
      )
    },
    c
  );
}

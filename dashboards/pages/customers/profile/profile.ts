import {grid, html, pageHead, empty, stackedPanels, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {ordersPanel, silencePanel} from "./buying.ts";
import {goldenPanel} from "./golden.ts";
import type {Shown} from "./happened.ts";
import {profileHead} from "./head.ts";
import {identityPanel} from "./identity.ts";
import {keyLink} from "./keyLink.ts";
import {offersPanel} from "./offers.ts";
import {peoplePanel} from "./people.ts";
import {riskPanel} from "./risk.ts";
import {sixFacts} from "./sixFacts.ts";
import {standingPanel} from "./standing.ts";
import {storyPanel} from "./story.ts";
import {valuePanel} from "./value.ts";
import type {View} from "./view.ts";
import {windowsPanel} from "./windows.ts";

/** A customer's page: who they are, six facts, when they buy and how much, how things stand, what happened, and whose key it is. */
export const profile = (view: View, shown: Shown, most: number, c: Locale): Html =>
  html`${profileHead(view, c)} ${sixFacts(view, c)} ${grid([ordersPanel(view, c), silencePanel(view, c)])}
  ${grid([windowsPanel(view, c), standingPanel(view, c)])}
  ${grid([
    storyPanel(view, shown, most, c),
    stackedPanels(5, [
      riskPanel(view, c),
      valuePanel(view, c),
      offersPanel(view, c),
      identityPanel(view, c),
      peoplePanel(view, c),
      goldenPanel(view, c)
    ])
  ])}`;

/** No such key: what that can mean, and keys that begin like it. */
export function unknownProfile(key: string, near: readonly string[], {t}: Locale): Html {
  const links = near.map((known) => html`<li>${keyLink(known)}</li>`);
  return html`${pageHead({
    eyebrow: html`<a href="?" data-back>${t("All customers", "全部客户")}</a>`,
    title: t("Who is this?", "这是谁？"),
    finding: html`${t("No customer has the key ", "没有编号为 ")}<b>${key}</b>${t(".", " 的客户。")}`
  })}
  ${
    near.length > 0
      ? html`<section class="panel">
          <header>
            <div><h2>${t("Keys that begin like it", "开头相近的编号")}</h2></div>
          </header>
          <ul class="steps">
            ${links}
          </ul>
        </section>`
      : empty({
          title: t("Nothing like it either", "也没有相近的编号"),
          text: t(
            "Keys look like C-4F19A2B3C4D5. They change when the company's pseudonym key does.",
            "编号形如 C-4F19A2B3C4D5；公司更换假名密钥后编号会随之改变。"
          )
        })
  }`;
}

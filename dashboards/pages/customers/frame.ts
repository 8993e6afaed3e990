import {html, raw, type Content, type Html} from "../../components/html.ts";
import {loading} from "../../components/states.ts";
import type {Locale} from "../../format/locale.ts";

/** Runs while the page is read, before anything is drawn: an address that asks for a profile never shows the list first. */
const whichView =
  'document.documentElement.dataset.view=/[?&](key=[^&]|q=c-[0-9a-f]{12}(&|$))/i.test(location.search)?"profile":"list"';

/** Both views of the page: the list, which is there without script, and the place of a profile. */
export const frame = (list: Content, {t}: Locale): Html =>
  html`<script>
      ${raw(whichView)};
    </script>
    <div id="profile-view">${loading(t("Loading the customer", "正在载入客户"), 420)}</div>
    <div id="list-view">${list}</div>`;

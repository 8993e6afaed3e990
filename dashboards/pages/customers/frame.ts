import {html, raw, type Content, type Html} from "../../components/html.ts";
import {loading} from "../../components/states.ts";
import {type Locale} from "../../format/locale.ts";

/** Runs while the page is read, before anything is drawn: an address that asks for a profile never shows the list first. */
const whichView =
  'document.documentElement.dataset.view=/[?&](key=[^&]|q=c-[0-9a-f]{12}(&|$))/i.test(location.search)?"profile":"list"';

const style = `
#profile-view{display:none}
[data-view=profile] #profile-view{display:block}
#profile-view:has(>.loading){min-height:130vh}
:lang(zh) #profile-view .years .event{grid-template-columns:108px 20px 1fr auto}
#profile-view .reasons{font-size:var(--t-sm)}
[data-view=profile] #list-view{display:none}
#list .virtual{height:clamp(380px,calc(100vh - 420px),720px)}
.list-line{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;min-height:32px;margin-bottom:4px}
.list-line .sub{margin:0}
.list-line [data-list-chips]{display:contents}
[data-list-note]>*{margin:8px 0}
#list .state{margin-top:16px}
@media screen and (max-width:900px){#list :is(th,td):first-child{position:sticky;left:0;background:var(--paper)}#list thead th:first-child{z-index:2}:lang(zh) #profile-view .years .event{grid-template-columns:52px 20px 1fr}#profile-view .years .event{grid-template-columns:52px 20px 1fr}}
@media print{#list .virtual{height:auto!important}#list .pad,.list-line .chip [aria-hidden]{display:none}
#list table{table-layout:auto;font-size:7.5pt}#list th{width:auto!important;position:static}#list tbody tr{height:0}#list :is(td,tbody th){padding-top:2.5pt;padding-bottom:2.5pt}
#profile-view .grid>.span-4,#profile-view .stacked-panels{grid-column:span 12}
#profile-view .stacked-panels{display:grid;grid-template-columns:1fr 1fr;gap:18pt}}`;

/** Both views of the page: the list, which is there without script, and the place of a profile. */
export const frame = (list: Content, {t}: Locale): Html =>
  html`<style>
      ${raw(style.replaceAll("\n", ""))}
    </style>
    <script>
      ${raw(whichView)};
    </script>
    <div id="profile-view">${loading(t("Loading the customer", "正在载入客户"), 420)}</div>
    <div id="list-view">${list}</div>`;

import {html, oneLine} from "../components/html.ts";
import {bare, inLanguage, langOf, relativeFile} from "./paths.ts";
import {rail} from "./rail.ts";
import {shellWords} from "./shellWords.ts";
import type {PageFacts, SiteFacts} from "./siteFacts.ts";
import {icon} from "./icons.ts";
import {locale} from "../format/locale.ts";

/** Skip link, top bar and rail of a page, as one line for Framework's `header`. */
export function header(site: SiteFacts, {path}: PageFacts): string {
  const lang = langOf(path);
  const words = shellWords[lang];
  const other = lang === "zh" ? "en" : "zh";
  const {f} = locale(lang, site.currency);
  const search =
    site.publishedPaths.includes("/customers") &&
    html`<form class="find" role="search" action="${relativeFile(path, inLanguage(lang, "/customers"))}">
      ${icon.find}
      <input type="search" name="q" aria-label="${words.find}" placeholder="${words.findHint}" autocomplete="off" />
    </form>`;
  return oneLine(
    html`<a class="skip" href="#content">${words.skip}</a>
      <div class="topbar">
        <button class="button quiet menu" type="button" popovertarget="rail">${icon.menu}${words.menu}</button>
        ${search || html`<span class="find"></span>`}
        <span class="stamp">${words.asOf} <b>${f.date(site.asOf)}</b></span>
        <a
          class="button quiet"
          href="${inLanguage(other, bare(path))}"
          lang="${shellWords[other].code}"
          hreflang="${shellWords[other].code}"
          data-keep-query
          >${shellWords[other].name}</a
        >
        <button class="button quiet" type="button" data-action="theme" aria-label="${words.theme}">
          ${icon.theme}
        </button>
        <button class="button quiet wide-button" type="button" data-action="print">${icon.print}${words.print}</button>
      </div>
      ${rail(site, lang, bare(path))}`
  );
}

import {attributes, html, type Html} from "../components/html.ts";
import type {Lang} from "../format/lang.ts";
import {locale} from "../format/locale.ts";
import {icon} from "./icons.ts";
import {inLanguage} from "./paths.ts";
import {shellWords} from "./shellWords.ts";
import type {SiteFacts} from "./siteFacts.ts";

/** The navigation: pages that exist, grouped, and at its foot how far the data can be trusted. A popover when narrow. */
export function rail(site: SiteFacts, lang: Lang, here: string): Html {
  const words = shellWords[lang];
  const {f} = locale(lang, site.currency);
  const published = new Set(site.publishedPaths);
  const current = (path: string) =>
    path === here ? "page" : path !== "/" && here.startsWith(`${path}/`) ? "true" : null;
  const groups = site.nav
    .map((group) => ({...group, entries: group.entries.filter(({path}) => published.has(path))}))
    .filter(({entries}) => entries.length > 0)
    .map(
      ({name, entries}) =>
        html`${name && html`<p class="nav-group">${name[lang]}</p>`}
          <ul>
            ${entries.map(
              ({path, label, count}) =>
                html`<li>
                  <a${attributes({href: inLanguage(lang, path), "aria-current": current(path)})}>${label[lang]}${count !== undefined && html` <span class="count">${f.count(count)}</span>`}</a>
                </li>`
            )}
          </ul>`
    );
  const health = published.has("/health") && html` <a href="${inLanguage(lang, "/health")}">${words.health}</a>`;
  return html`<div class="rail" id="rail" popover>
    <a class="brand" href="${inLanguage(lang, "/")}">
      ${icon.leaf}<span>${site.product}<small>${site.company[lang]}</small></span>
    </a>
    <nav class="nav" aria-label="${words.pages}">${groups}</nav>
    <p class="rail-foot">${site.freshness[lang]}${health}</p>
  </div>`;
}

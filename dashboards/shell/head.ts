import {attributes, html, oneLine, raw} from "../components/html.ts";
import {beforePaint} from "./beforePaint.ts";
import {langOf} from "./paths.ts";
import {pageMargins} from "./pageMargins.ts";
import {shellWords} from "./shellWords.ts";
import type {PageFacts, SiteFacts} from "./siteFacts.ts";

/** The leaf in the colour of light mode, inline, so that no request is made for it. */
const leaf =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%231f6f57' stroke-width='2.2' stroke-linecap='round'%3E%3Cpath d='M12 21.5V10M12 10.5C12 6 8.5 3.5 4 3.5c0 4.5 3 7.5 8 7M12 15.5c0-4 3-6.5 8-6.5 0 4.5-3.5 7-8 6.5'/%3E%3C/svg%3E";

/** Description, icon, what runs before first paint, and the margin boxes of paper; for Framework's `head`. */
export function head(site: SiteFacts, {path, description}: PageFacts): string {
  const lang = langOf(path);
  const about = attributes({name: "description", content: description ?? site.description[lang]});
  return oneLine(
    html`<meta${about}
      ><meta name="color-scheme" content="light dark" />
      <link rel="icon" href="${raw(leaf)}" />
      <style>
        ${raw(pageMargins(site, lang))}
      </style>
      <script>
        ${raw(beforePaint(shellWords[lang].code))};
      </script></meta${about}
    >`
  );
}

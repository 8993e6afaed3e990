import {icon, type IconName} from "../shell/icons.ts";
import {attributes, html, type Content, type Html} from "./html.ts";

/** A button, or a link that looks like one. */
export interface Button {
  text: Content;
  href?: string;
  kind?: "primary" | "quiet" | "plain";
  icon?: IconName;
  id?: string;
  /** What it acts on, for screen readers: the visible text comes first, this follows. */
  about?: string;
  /** File name of a download link. */
  download?: string | boolean;
  /** `data-action`, read by live code. */
  action?: string;
}

/** A link when it has an address, a button otherwise. */
export function button({text, href, kind, icon: name, id, about, download, action}: Button): Html {
  const inner = html`${name && icon[name]}${text}${about && html`<span class="sr-only">: ${about}</span>`}`;
  const classes = kind ? `button ${kind}` : "button";
  const shared = {class: classes, id, "data-action": action};
  return href === undefined
    ? html`<button${attributes({...shared, type: "button"})}>${inner}</button>`
    : html`<a${attributes({...shared, href, download})}>${inner}</a>`;
}

/** "CSV" with the name of what is taken away; a link to a file, or a button with `data-action="csv"`. */
export const csvButton = (about: string, {href, id, kind = "quiet"}: Pick<Button, "href" | "id" | "kind"> = {}): Html =>
  button({
    text: "CSV",
    icon: "down",
    about,
    href,
    id,
    kind,
    download: href !== undefined,
    action: href ? undefined : "csv"
  });

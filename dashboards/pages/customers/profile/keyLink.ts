import {html, type Html} from "../../../components/index.ts";

/** A customer's key that leads to their profile. */
export const keyLink = (key: string): Html =>
  html`<a href="?key=${encodeURIComponent(key)}" data-key="${key}">${key}</a>`;

import {html, type Html} from "../../components/index.ts";

/** The path of a file, which may break before its last part and nowhere else. */
export function pathText(path: string): Html {
  const at = path.lastIndexOf("/") + 1;
  return html`${path.slice(0, at)}${at > 0 && html`<wbr />`}${path.slice(at)}`;
}

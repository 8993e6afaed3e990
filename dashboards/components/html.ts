/** Markup that is already safe. Made by `html` and `raw` alone; as text it is the markup. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, nothing is nothing. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

const entities: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};

/** Text as markup, safe between tags and in quoted attributes; line breaks survive `oneLine`, `${` is no live cell. */
export function escape(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => entities[sign]!)
    .replace(/\r?\n/g, "&#10;")
    .replaceAll("${", "&#36;{");
}

/** Markup from a trusted string: our own, never data. */
export const raw = (markup: string): Html => new Html(markup);

function markupOf(content: Content): string {
  if (content == null || content === false) return "";
  if (content instanceof Html) return content.markup;
  if (typeof content === "object") return content.map(markupOf).join("");
  return escape(String(content));
}

/** Line breaks of a template, which are layout of the source: dropped beside a tag, a space inside text. */
const unbroken = (chunk: string): string => chunk.replace(/(^|>)\s*\n\s*(<|$)/g, "$1$2").replace(/\s*\n\s*/g, " ");

/** Template tag: escapes every value that is not `Html`. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(strings.map((chunk, i) => unbroken(chunk) + markupOf(values[i])).join(""));
}

/** Attributes with a leading space each; false, null and undefined are left out, true is a bare name. */
export const attributes = (pairs: Record<string, string | number | boolean | null | undefined>): Html =>
  raw(
    Object.entries(pairs)
      .filter(([, value]) => value != null && value !== false)
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
      .join("")
  );

/** The page as one line: in Markdown a blank line ends an html block, and `${` would start a live expression. */
export const oneLine = (content: Content): string => unbroken(markupOf(content)).replaceAll("${", "&#36;{");

import {expect, test} from "vitest";
import {attributes, html, oneLine, raw} from "../../../dashboards/components/html.ts";

const hostile = `<img src=x onerror="alert(1)"> & '`;
const safe = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;";

test("text is escaped between tags and in attributes, markup is not escaped twice", () => {
  const inner = html`<b title="${hostile}">${hostile}</b>`;
  expect(String(inner)).toBe(`<b title="${safe}">${safe}</b>`);
  expect(String(html`<p>${[inner, raw("<br>")]}</p>`)).toBe(`<p>${inner}<br></p>`);
});

test("nothing is nothing, and zero is zero", () => {
  expect(String(html`${null}${undefined}${false}${0}${""}`)).toBe("0");
});

test("attributes leave out what is absent and escape what is there", () => {
  expect(String(attributes({id: null, hidden: true, open: false, title: '"', tabindex: 0}))).toBe(
    ' hidden title="&quot;" tabindex="0"'
  );
});

test("line breaks of the source disappear beside tags and are a space in prose", () => {
  const words = html`<p>
    One two <b>three</b>
    four
  </p>`;
  expect(String(words)).toBe("<p> One two <b>three</b> four </p>");
});

test("a page is one line, but a line break in data survives", () => {
  const page = oneLine([html`<pre>${"select 1\nfrom t"}</pre>`, raw("\n\n<p>a</p>\n")]);
  expect(page).not.toContain("\n");
  expect(page).toContain("select 1&#10;from t");
});

test("data cannot start a live expression of Framework", () => {
  expect(oneLine(html`<p>${"${alert(1)}"}</p>`)).not.toContain("${");
  expect(oneLine([html`$`, html`{x}`])).not.toContain("${");
});

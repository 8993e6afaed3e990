import type {Lang} from "../format/lang.ts";
import {bindFilters} from "./filters.ts";

/** A definition and the elements that show it. */
interface Line {
  text: string;
  parts: HTMLElement[];
}

/** An entry with its definitions; its own text is its heading and what stands before the first definition, none for a group of words. */
interface Entry {
  element: HTMLElement;
  text: string;
  lines: Line[];
}

const textOf = (...elements: Element[]): string =>
  elements
    .map(({textContent}) => textContent)
    .join(" ")
    .toLowerCase();

function entryOf(element: HTMLElement): Entry {
  const pairs = [...element.querySelectorAll<HTMLElement>("dt")].map((dt) => [
    dt,
    dt.nextElementSibling as HTMLElement
  ]);
  const rows = [...element.querySelectorAll<HTMLElement>("tbody tr")].map((row) => [row]);
  const own = element.id ? [...element.children].filter((child) => child.matches("h3, p")) : [];
  return {
    element,
    text: textOf(...own),
    lines: [...pairs, ...rows].map((parts) => ({text: textOf(...parts), parts}))
  };
}

/** Panels are flex boxes, over which the hidden attribute has no power. */
const show = (element: HTMLElement, shown: boolean): void => {
  element.style.display = shown ? "" : "none";
};

/** Shows the entries and definitions that hold every word of `?q=`; an entry whose own text does is shown whole. */
export function start({lang}: {lang: Lang}): void {
  const entries = [...document.querySelectorAll<HTMLElement>("[data-entry]")].map(entryOf);
  const all = entries.reduce((sum, {lines}) => sum + lines.length, 0);
  const line = document.querySelector<HTMLElement>("[data-filter-line]")!;
  bindFilters({q: {fallback: ""}}, ({q}) => {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const holds = (text: string) => words.every((word) => text.includes(word));
    let shown = 0;
    for (const {element, text, lines} of entries) {
      const whole = text !== "" && holds(text);
      const kept = lines.filter((one) => whole || holds(`${one.text} ${text}`));
      for (const one of lines) for (const part of one.parts) show(part, kept.includes(one));
      show(element, whole || kept.length > 0);
      shown += kept.length;
    }
    const count = lang === "zh" ? `${all} 条定义中显示 ${shown} 条` : `${shown} of ${all} definitions`;
    line.textContent = words.length ? count : "";
  });
}

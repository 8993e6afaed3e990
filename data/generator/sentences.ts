import type {Line} from "./baskets.ts";
import type {Product} from "./catalogue.ts";
import type {Dice} from "./dice.ts";

/** What a slot of a template may name. */
const SLOTS: Record<string, (product: Product) => boolean> = {
  "{product}": () => true,
  "{tea}": ({type}) => /tea|herbal/.test(type),
  "{ware}": ({type}) => /glasses|Teaware|tools|Storage/.test(type),
  "{glass}": ({type}) => type === "Wine glasses"
};
const SLOT = /\{(?:product|tea|ware|glass)\}/;

/** Picks a template that fits the lines of an order and names one of its products; other slots stay. */
export function drawSentence(
  templates: readonly string[],
  lines: readonly Line[],
  language: "en" | "zh",
  dice: Dice
): string {
  const products = lines.map(({product}) => product);
  const fitting = templates.filter((template) => {
    const slot = template.match(SLOT)?.[0];
    return slot === undefined || products.some(SLOTS[slot]!);
  });
  const template = dice.pick(fitting);
  const slot = template.match(SLOT)?.[0];
  if (slot === undefined) return template;
  const product = dice.pick(products.filter(SLOTS[slot]!));
  return template.replace(slot, language === "zh" ? product.chinese : spoken(product));
}

/** A title as people say it: without size, in lower case. */
const spoken = ({title}: Product): string => title.replace(/ [\d.]+ \w+$/, "").toLowerCase();

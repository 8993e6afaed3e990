import {spansOf, type Span} from "./masks.ts";

const units =
  "pieces|pcs|glasses|units|euros?|dollars|pounds|people|times|items|boxes|bags|cups|tins|packs|ml|kg|grams|g|usd|eur|gbp|rmb|个|件|元|块|年|份|盒|袋|瓶|包|箱|条|人|次|克|斤|天|日|月";
const noUnit = String.raw`(?![\d.,]*\d| ?(?:${units})(?!\p{Script=Latin}))`;
const number = String.raw`(?<x>[A-Z]{0,4}-?\d{3,})${noUnit}`;
const long = String.raw`(?<x>[A-Z]{1,4}-?\d{3,}|\d{5,})${noUnit}`;
const english = String.raw`(?<!\p{Script=Latin})(?:order|ref(?:erence)?|ticket|invoice|case)`;

/** Numbers of orders and the like, also short ones where a word or a sign says what they are; else only long ones. */
const patterns = [
  String.raw`#${number}`,
  String.raw`${english}(?:(?: ?(?:no\.?|number|num|id))[ :#]{1,3}|[:#]{1,2} ?)${number}`,
  String.raw`(?<!\p{Script=Latin})(?:ref|reference|invoice) ${number}`,
  String.raw`${english} ${long}`,
  String.raw`(?:(?:订单|工单|发票)(?:编?号|号码)|单号|(?:订单|工单|发票)(?=[:：# ]{0,2}[:：#]))(?:是|为)?[:：# ]{0,3}${number}`,
  String.raw`(?:订单|工单|发票)[ 是]{0,2}${long}`
].map((pattern) => new RegExp(pattern, "giu"));

export const orderSpans = (flat: string): Span[] =>
  /\d{3}/.test(flat) ? patterns.flatMap((pattern) => spansOf(flat, pattern, "phone")) : [];

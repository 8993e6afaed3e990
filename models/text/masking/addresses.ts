import {spansOf, type Span} from "./masks.ts";

const name = String.raw`[\p{Script=Latin}\d][\p{Script=Latin}\d._%+'-]{0,63}`;
const dot = String.raw`(?:[.。点]| dot | ?[([{<] ?dot ?[)\]}>] ?)`;
const email = new RegExp(
  String.raw`${name}@[\p{Script=Latin}\d-]+(?:${dot}[\p{Script=Latin}\d-]+)*${dot}[\p{Script=Latin}]{2,24}`,
  "giu"
);
/** As people write addresses that are not to be found: "ann dot lee (at) example dot com". */
const joint = String.raw`(?: ?[([{<] ?(?:at|dot) ?[)\]}>] ?| at | dot |\.)`;
const wordedEmail = new RegExp(
  String.raw`[\p{Script=Latin}\d_-]+(?:${joint}[\p{Script=Latin}\d_-]+)+(?: ?[([{<] ?dot ?[)\]}>] ?| dot |\.)(?:com|net|org|info|io|co|cn|uk|de|fr|hk|tw|eu|us|me|cc)(?![\p{Script=Latin}])`,
  "giu"
);
const isWorded = /(?:[([{<] ?at ?[)\]}>]| at )/i;
const endings = "com|net|org|info|biz|io|co|cn|uk|de|fr|hk|tw|eu|us|shop|app|me|cc|top|xyz|vip";
const link = new RegExp(
  String.raw`(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:${endings})(?![a-z0-9])(?:\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*)?`,
  "gi"
);

const hanStreet =
  /[\p{Script=Han}]{1,8}(?:路|街|大道|巷|弄|胡同) ?\d{1,5}(?:-\d{1,4})?[号號弄](?:[\p{Script=Han}\dA-Za-z-]{0,12}?\d{0,5}(?:栋|幢|座|楼|层|单元|室|号))*/gu;
const hanRoom =
  /(?:[\p{Script=Han}]{2,8}(?:小区|花园|公寓|大厦|村))?\d{1,4}(?:栋|幢|号楼|座)\d{0,2}(?:单元|-)?\d{2,5}(?:室|房)?/gu;
const latinStreet =
  /(?<![\p{L}\d])\d{1,5}[a-zA-Z]?,? (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Square|Terrace|Place|Crescent|Boulevard|Blvd|Gardens|Way)(?![\p{L}])/gu;
const postcode = /(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Za-z0-9])/gi;

/** E-mail addresses, also those in words, and links. */
export const electronicSpans = (flat: string): Span[] => [
  ...(flat.includes("@") ? spansOf(flat, email, "email") : []),
  ...(isWorded.test(flat) ? spansOf(flat, wordedEmail, "email", (found) => isWorded.test(found)) : []),
  ...(flat.includes(".") ? spansOf(flat, link, "link") : [])
];

/** Streets with a number, rooms of a building, British postcodes. */
export const postalSpans = (flat: string): Span[] =>
  /\d/.test(flat)
    ? [hanStreet, hanRoom, latinStreet, postcode].flatMap((pattern) => spansOf(flat, pattern, "address"))
    : [];

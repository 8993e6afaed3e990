import {spansOf, type Span} from "./masks.ts";

const count = String.raw`(?:\d{1,5}(?:-\d{1,4})?|[零〇一二三四五六七八九十百]{1,6})`;
const unit = "栋|幢|座|楼|层|单元|室|房|号楼|号";
/** A street with a number, in simplified Han, and what follows of building, floor and room. */
const street = new RegExp(
  String.raw`(?<=\p{Script=Han})(?<![条的这那走一同上铁修])(?:路|街|大道|道|巷|弄|胡同)(?:[一二三四五六七八九十]段)? ?${count}[号弄](?:[\p{Script=Han}\dA-Za-z-]{0,12}?${count}(?:${unit}))*(?:(?<=栋|幢|座|楼|单元) ?\d{2,5}(?!\d|元|块|年))?`,
  "gu"
);
const room =
  /(?:[\p{Script=Han}]{2,8}(?:小区|花园|公寓|大厦|村))?\d{1,4}(?:栋|幢|号楼|座)\d{0,2}(?:单元|-)?\d{2,5}(?:室|房)?/gu;
const box = /邮政信箱 ?\d+号?/g;

/** Characters before the kind of street that are taken to belong to the address. */
const mostBefore = 12;

const streetSpans = (flat: string): Span[] =>
  [...flat.matchAll(street)].map(({0: found, index}) => {
    const before = /\p{Script=Han}*$/u.exec(flat.slice(Math.max(0, index - mostBefore), index))![0];
    return {from: index - before.length, to: index + found.length, mask: "address"};
  });

/** Addresses in simplified Han: streets with a number, rooms of a building. */
export const hanAddressSpans = (flat: string): Span[] => [
  ...streetSpans(flat),
  ...(/\d/.test(flat) ? [room, box].flatMap((pattern) => spansOf(flat, pattern, "address")) : [])
];

import type {Street} from "./normalStreet.ts";

const houseNumber = /(\d+(?:[-之]\d+)*[a-z]?)号(?![楼栋幢院])/;
const anyNumber = /(\d+(?:[-之]\d+)*[a-z]?)号/;
const inside = /(?:[a-z]|\d+)\s*(?:栋|幢|座|号楼|单元|楼|层|室|房).*$/;
const regions =
  /^(?:中国)?(?:香港(?:特别行政区)?|澳门(?:特别行政区)?)?(?:九龙|新界)?(?:[^市区县\d]{2,8}?(?:省|自治区))?(?:[^省区县\d]{2,10}?(?:市|自治州|地区|盟))?(?:[^\d路街]{1,8}?(?:自治县|(?<![小社园校景库])区|县|旗|市))?(?:[^\d路街]{1,8}?(?:街道|镇|乡))?/;

const pack = (text: string): string => text.replace(/[^a-z0-9\p{Script=Han}-]+|(?<!\d)-|-(?!\d)/gu, "");

/**
 * The house number (before 号) and the street of a Chinese address in simplified Han: 广东省深圳市南山区科技路8号3栋502室 is 8 and
 * 科技路. Provinces, cities and districts before it and parts of a building after it are dropped.
 */
export function hanStreet(text: string): Street {
  const packed = pack(text);
  const found = houseNumber.exec(packed) ?? anyNumber.exec(packed);
  const whole = found ? packed.slice(0, found.index) : pack(text.replace(inside, ""));
  return {number: found?.[1]!.replace(/之/g, "-") ?? null, street: whole.replace(regions, "") || whole || null};
}

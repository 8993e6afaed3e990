import type {Dice} from "./dice.ts";
import {ROADS, STREETS} from "./names.ts";
import {weighted} from "./weighted.ts";

export interface Address {
  street: string;
  city: string;
  zip: string;
  /** ISO 3166 code, `GB` for most. */
  country: string;
}

/** City, country, weight and the pattern of its postal codes: `#` is a digit, `@` a letter. */
const CITIES =
  `London|GB|30|E# #@@,London|GB|14|SW## #@@,Manchester|GB|9|M## #@@,Bristol|GB|7|BS# #@@,Leeds|GB|7|LS# #@@
,Edinburgh|GB|7|EH# #@@,Glasgow|GB|6|G## #@@,Birmingham|GB|6|B## #@@,Sheffield|GB|5|S## #@@,Cardiff|GB|4|CF## #@@
,Brighton|GB|4|BN# #@@,Oxford|GB|3|OX# #@@,Cambridge|GB|3|CB# #@@,Belfast|GB|2|BT# #@@,Dublin|IE|3|D0#,Paris|FR|2|750##
,Berlin|DE|2|10###,Amsterdam|NL|2|10## @@,New York|US|2|100##,Hong Kong|HK|1.5|,Singapore|SG|1|0#####`
    .split(",")
    .map((line) => line.trim().split("|") as [string, string, string, string]);

const drawCity = weighted(CITIES, ([, , weight]) => Number(weight));

/** An invented address: a real city, a street name that any town has, a postal code of the right form. */
export function drawAddress(dice: Dice): Address {
  const [city, country, , pattern] = drawCity(dice.uniform());
  const zip = pattern.replace(/[#@]/g, (mark) =>
    mark === "#" ? String(dice.int(1, 10)) : dice.pick([..."ADHJLNPRSTW"])
  );
  return {street: `${dice.int(1, 180)} ${dice.pick(STREETS)} ${dice.pick(ROADS)}`, city, zip, country};
}

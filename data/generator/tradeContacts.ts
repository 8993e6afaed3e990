import type {Dice} from "./dice.ts";
import {CHINESE_FAMILY, CHINESE_GIVEN, FAMILY, GIVEN} from "./names.ts";
import {dramaPhone} from "./phones.ts";
import type {Account} from "./subject.ts";

/** Whom the trade desk talks to; an invented business and person. */
export interface Contact {
  /** Whose name this is, as `people.csv` has it. */
  entity: string;
  company: string;
  given: string;
  family: string;
  email: string;
  phone: string;
  country: string;
}

const FIRST =
  `Juniper Saltwick Larkfield Copper Quayside Old Harbour Bramble Lantern Millrace Thistle Oyster Foxglove Tollgate
Amber Pilgrim Gorse Heron Slate`.split(/\s+/);
const SECOND = ["Kitchen", "Hotel", "Tea Rooms", "Bistro", "Dining Rooms", "Inn", "Wine Bar", "Guest House", "Deli"];
const CHINESE_FIRST = ["望江", "翠庭", "聚福", "云水", "听雨", "金桂"];
const CHINESE_SECOND = ["楼", "茶馆", "酒家", "小馆"];

/** Somebody new to the shop; `number` keeps their address their own. */
export function drawContact(number: number, dice: Dice): Contact {
  if (dice.chance(0.12)) {
    const [family, given] = [dice.pick(CHINESE_FAMILY), dice.pick(CHINESE_GIVEN)];
    return {
      entity: `T${number}`,
      company: dice.pick(CHINESE_FIRST) + dice.pick(CHINESE_SECOND),
      given: given[0],
      family: family[0],
      email: `${given[1]}.${family[1]}.trade${number}@example.com`.toLowerCase(),
      phone: phoneOf(number),
      country: "United Kingdom"
    };
  }
  const [given, family] = [dice.pick(GIVEN), dice.pick(FAMILY)];
  return {
    entity: `T${number}`,
    company: `${dice.pick(FIRST)} ${dice.pick(SECOND)}`,
    given,
    family,
    email: `${given}.${family}.trade${number}@example.org`.toLowerCase(),
    phone: phoneOf(number),
    country: dice.chance(0.9) ? "United Kingdom" : "Ireland"
  };
}

/** A customer of the shop whom the trade desk met at a fair. */
export const customerContact = ({customer, entity}: Account, dice: Dice): Contact => ({
  entity,
  company: `${customer.family}${/^[a-z]/i.test(customer.family) ? "'s" : ""} ${dice.pick(SECOND)}`,
  given: customer.given,
  family: customer.family,
  email: customer.email,
  phone: customer.phone ?? "",
  country: customer.address.country === "GB" ? "United Kingdom" : customer.address.country
});

/** Drama numbers from the far end, which customers reach only in a sample of more than 16,000. */
const phoneOf = (number: number): string => (number < 900 ? (dramaPhone(16_999 - number) ?? "") : "");

import type {Dice} from "./dice.ts";
import * as cell from "./formCells.ts";
import {DAY, naive, toLondon} from "./londonTime.ts";
import {drawPerson, type Person} from "./people.ts";
import {dramaPhone} from "./phones.ts";
import {SHOP_PHONE} from "./likenesses.ts";
import {slip} from "./slips.ts";

/** Somebody who filled in a form; `phone` is the mobile telephone that they have, whatever the shop knows. */
export interface Holder {
  person: Pick<Person, "given" | "family" | "address"> & {email: string; phone: string | null};
  /** `1968-11-04` */
  born: string;
  entity: string;
}

/** An application for a loyalty card, keyed by hand. */
export interface Form {
  card: string;
  holder: Holder;
  cells: string[];
}

export const FORM_HEADER = "Card No.,Name,Date of birth,Mobile,Street,Town,Postcode,E-mail,Joined".split(",");

/** A birth date of somebody of full age. */
export const drawBirth = (dice: Dice): string =>
  new Date(Date.UTC(dice.int(1944, 2006), 0, 1 + dice.int(0, 365))).toISOString().slice(0, 10);

/** The n-th form, of a holder who joined at an instant. One in ten has moved house since the shop last heard, or has another number. */
export function fillIn(holder: Holder, n: number, card: string, joinedAt: number, dice: Dice): Form {
  const {person, born} = holder;
  const address = dice.chance(0.1) ? cell.homeAddress(dice) : person.address;
  const phone = dice.chance(0.08) ? farPhone(1000 + n) : person.phone;
  const isShops = dice.chance(0.03);
  const cells = [
    card,
    cell.nameCell(person, dice),
    cell.birthCell(born, dice),
    isShops ? SHOP_PHONE.replace("+44", "0") : phone === null || dice.chance(0.1) ? "" : cell.phoneCell(phone, dice),
    cell.streetCell(address.street, dice),
    dice.chance(0.15) ? address.city.toUpperCase() : address.city,
    cell.postcodeCell(address.zip, dice),
    emailCell(person, dice),
    naive(toLondon(joinedAt)).slice(0, 10).split("-").reverse().join("/")
  ];
  return {card, holder, cells};
}

/** Most leave it out; of the others some give another address than the shop's, or a slip makes it one. */
function emailCell({given, family, email}: Holder["person"], dice: Dice): string {
  const drawn = dice.uniform();
  if (drawn < 0.34) return email;
  if (drawn > 0.44) return "";
  const [local, domain] = email.split("@") as [string, string];
  if (drawn > 0.41) return `${slip(local, dice)}@${domain}`;
  const number = /\d+$/.exec(local)?.[0] ?? "";
  return /^[a-z]+$/i.test(given + family) ? `${given}_${family}_${number}@example.net`.toLowerCase() : "";
}

/** Numbers of their own, each of 2,000 once, that no customer of a sample below 14,000 has. */
const farPhone = (n: number): string | null => dramaPhone(14_000 + (n % 2000));

/** Somebody unknown to the shop, the n-th; every third lives with a holder, and has the telephone or the e-mail address of theirs. */
export function drawStranger(n: number, others: readonly Holder[], dice: Dice): Holder {
  const own = drawPerson(2_000_000 + n, dice);
  const phone = dice.chance(0.8) ? farPhone(n) : null;
  const person = {...own, address: cell.homeAddress(dice), phone};
  const born = drawBirth(dice);
  const entity = `M${n}`;
  const family = others.filter(({person}) => isLatin(person) && isLatin(own) && person.given !== own.given);
  const housemate = n % 3 === 0 ? dice.pick(family) : undefined;
  if (housemate === undefined) return {person, born, entity};
  const {family: name, address, ...shared} = housemate.person;
  const sharesPhone = shared.phone !== null && dice.chance(0.6);
  return {
    person: {...person, family: name, address, ...(sharesPhone ? {phone: shared.phone} : {email: shared.email})},
    born,
    entity
  };
}

const isLatin = ({family}: {family: string}) => /^[a-z]/i.test(family);

/** Some days after the account, on a day of the data. */
export const joinedAfter = (from: number, until: number, dice: Dice): number =>
  Math.min(until - DAY, from + dice.int(0, 60) * DAY);

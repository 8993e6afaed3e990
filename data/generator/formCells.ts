import type {Dice} from "./dice.ts";
import {type Address, drawAddress} from "./places.ts";
import {familiar, isWoman, otherScript, slip} from "./slips.ts";

/** Cells of a form as a hand fills them in and another keys them. */

interface Name {
  given: string;
  family: string;
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** Title and name in one cell: in either order, with initials, short names and slips; a Chinese one in either script. */
export function nameCell(name: Name, dice: Dice): string {
  const other = otherScript(name);
  if (other) return chineseName(dice.chance(0.3) ? other : name, dice);
  const known = dice.chance(0.12) ? familiar(name.given) : null;
  const given = known ?? (dice.chance(0.06) ? slip(name.given, dice) : name.given);
  const family = dice.chance(0.1) ? slip(name.family, dice) : name.family;
  const title = dice.chance(0.06) ? "Dr" : isWoman(name.given) ? dice.pick(["Mrs", "Ms", "Miss"]) : "Mr";
  return dice.pick([
    `${title} ${given} ${family}`,
    `${title} ${given} ${family}`,
    `${given} ${family}`,
    `${given} ${family}`,
    `${given} ${family}`,
    `${title} ${given.charAt(0)}. ${family}`,
    `${family.toUpperCase()}, ${given}`,
    `${family} ${given}`,
    `${given} ${family}`.toUpperCase()
  ]);
}

function chineseName({given, family}: Name, dice: Dice): string {
  if (isHan(family)) return dice.pick([family + given, family + given, `${family} ${given}`]);
  return dice.pick([
    `${given} ${family}`,
    `${family} ${given}`,
    `${given} ${family}`,
    `${family.toUpperCase()} ${given}`
  ]);
}

/** A day as `04/11/1968`, some with a year of two digits or points, some left out. */
export function birthCell(born: string, dice: Dice): string {
  if (dice.chance(0.08)) return "";
  const [year, month, day] = born.split("-") as [string, string, string];
  // A five that was read as a six.
  const read = dice.chance(0.04) ? day.replace(/[1-8]$/, (digit) => String(Number(digit) + 1)) : day;
  if (dice.chance(0.05)) return `${read}/${month}/${year.slice(2)}`;
  return dice.chance(0.05) ? `${read}.${month}.${year}` : `${read}/${month}/${year}`;
}

/** A number as people write it, some with their last figures starred out. */
export function phoneCell(phone: string, dice: Dice): string {
  const rest = phone.replace("+44", "");
  const [area, number] = [rest.slice(0, 4), rest.slice(4)];
  if (dice.chance(0.05)) return `0${area}****${number.slice(-2)}`;
  return dice.pick([
    `0${rest}`,
    `0${area} ${number}`,
    `0${area} ${number.slice(0, 3)} ${number.slice(3)}`,
    `+44 ${area} ${number}`,
    `0044${rest}`,
    `(0${area}) ${number}`,
    `+44 (0)${area} ${number}`
  ]);
}

const SHORT: Record<string, string> = {Road: "Rd", Street: "St.", Lane: "Ln", Close: "Cl", Terrace: "Terr"};

export function streetCell(street: string, dice: Dice): string {
  if (dice.chance(0.3)) return street.replace(/\w+$/, (road) => SHORT[road] ?? road);
  if (dice.chance(0.06)) return `Flat ${dice.int(1, 9)}, ${street}`;
  return dice.chance(0.06) ? street.replace(/[A-Z]\w+/, (word) => slip(word, dice)) : street;
}

export function postcodeCell(zip: string, dice: Dice): string {
  if (dice.chance(0.2)) return zip.replace(" ", "");
  return dice.chance(0.1) ? zip.toLowerCase() : zip;
}

/** An address in Britain. */
export function homeAddress(dice: Dice): Address {
  for (;;) {
    const address = drawAddress(dice);
    if (address.country === "GB") return address;
  }
}

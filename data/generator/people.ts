import type {Dice} from "./dice.ts";
import {CHINESE_FAMILY, CHINESE_GIVEN, FAMILY, GIVEN} from "./names.ts";
import {dramaPhone} from "./phones.ts";
import {type Address, drawAddress} from "./places.ts";

/** An invented person; every e-mail address ends in a domain reserved for examples (RFC 2606). */
export interface Person {
  given: string;
  family: string;
  email: string;
  /** How the person's e-mail program spells the address to the helpdesk; a fifth use capitals. */
  helpdeskEmail: string;
  phone: string | null;
  address: Address;
  acceptsMarketing: boolean;
  /** The language the person writes in. */
  language: "en" | "zh";
}

const DOMAINS = ["example.com", "example.com", "example.com", "example.org", "example.net"];
const CHINESE_SHARE = 0.32;

/** Draws person number `index`; the number ends the address, so that no two people share one. */
export function drawPerson(index: number, dice: Dice): Person {
  const chinese = dice.chance(CHINESE_SHARE);
  const given = chinese ? dice.pick(CHINESE_GIVEN) : ([dice.pick(GIVEN)] as const);
  const family = chinese ? dice.pick(CHINESE_FAMILY) : ([dice.pick(FAMILY)] as const);
  const latin = [given[1] ?? given[0], family[1] ?? family[0]] as const;
  const written = chinese && dice.chance(0.6) ? ([given[0], family[0]] as const) : latin;
  const local = dice.chance(0.5) ? `${latin[0]}.${latin[1]}` : `${latin[0].charAt(0)}${latin[1]}`;
  const email = `${local.toLowerCase()}${index + 1}@${dice.pick(DOMAINS)}`;
  const address = drawAddress(dice);
  return {
    given: written[0],
    family: written[1],
    email,
    helpdeskEmail: dice.chance(0.2) ? capitalised(email, dice) : email,
    phone: dice.chance(0.55) && address.country === "GB" ? dramaPhone(index) : null,
    address,
    acceptsMarketing: dice.chance(0.62),
    language: chinese && dice.chance(0.92) ? "zh" : "en"
  };
}

/** `Ada.Hart7@Example.com` or `ADA.HART7@EXAMPLE.COM`: the same mailbox, spelled another way. */
export function capitalised(email: string, dice: Dice): string {
  if (dice.chance(0.25)) return email.toUpperCase();
  return email.replace(
    /(^|[.@])([a-z])(?!om$|rg$|et$)/g,
    (_, before: string, letter: string) => before + letter.toUpperCase()
  );
}

/** Given name first, or family name first and unspaced in characters. */
export const fullName = ({given, family}: Person): string =>
  /^[a-z]/i.test(family) ? `${given} ${family}` : `${family}${given}`;

import {drawsFor, type Draws} from "./draws.ts";
import {familyName, givenName} from "./names.ts";
import {homeOf, type Home} from "./places.ts";

/** An invented person, as they are: everything known, nothing misspelt. */
export interface Person extends Home {
  given: string;
  family: string;
  /** ISO 8601. */
  born: string;
  /** National form without blanks. */
  phone: string;
  email: string;
}

const STREAM = {person: 1, kin: 2};
const DOMAINS =
  "post.example.com inbox.example.net mail.example.org web.example.com home.example.net work.example.org".split(" ");
const DAY = 86_400_000;
const [ELDEST, YOUNGEST] = [Date.UTC(1935, 0, 1) / DAY, Date.UTC(2006, 11, 31) / DAY];

const dayOf = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
const daysOf = (day: string): number => Date.parse(day) / DAY;

/**
 * The person of a number. Of every two, the second shares a household with the first in 28 %: the street, mostly the family name, often
 * the telephone; one in twenty of these is a twin.
 */
export function personOf(seed: number, number: number): Person {
  const kin = drawsFor(seed, STREAM.kin, number);
  if (number % 2 === 0 || !kin.chance(0.28)) return alone(seed, number);
  return kinOf(alone(seed, number - 1), number, kin);
}

function alone(seed: number, number: number): Person {
  const draws = drawsFor(seed, STREAM.person, number);
  const [given, family] = [givenName(draws.next()), familyName(draws.next())];
  const born = dayOf(ELDEST + draws.below(YOUNGEST - ELDEST + 1));
  return {
    given,
    family,
    born,
    ...homeOf(draws),
    phone: phoneOf(number),
    email: emailOf({given, family}, number, draws)
  };
}

function kinOf(other: Person, number: number, draws: Draws): Person {
  let given = other.given;
  while (given === other.given) given = givenName(draws.next());
  const isTwin = draws.chance(0.05);
  // About as old, or a parent or child: who would not be born yet, or too old, is it the other way round.
  const days = Math.round((draws.chance(0.6) ? draws.next() * 16 - 8 : 20 + draws.next() * 15) * 365.25);
  const later = daysOf(other.born) + days;
  const isBorn = later >= ELDEST && later <= YOUNGEST;
  const born = isTwin ? other.born : dayOf(isBorn ? later : later - 2 * days);
  const family = isTwin || draws.chance(0.85) ? other.family : familyName(draws.next());
  const phone = draws.chance(0.5) ? other.phone : phoneOf(number);
  return {...other, given, family, born, phone, email: emailOf({given, family}, number, draws)};
}

/** One mobile number a person: the factor is prime to the range, so that none comes twice among 100 million. */
const phoneOf = (number: number): string =>
  `07${[4, 5, 7, 8, 9][number % 5]}${String((number * 15_485_863 + 40_503) % 99_999_989).padStart(8, "0")}`;

/** An address that nobody else has, since it ends in the person's number: `j.smith1742@…`. */
export function emailOf({given, family}: Pick<Person, "given" | "family">, number: number, draws: Draws): string {
  const [g, f] = [given.toLowerCase(), family.toLowerCase()];
  const name = draws.pick([`${g}.${f}`, `${g[0]}.${f}`, `${g}${f[0]}`, `${f}.${g}`, `${g}_${f}`, `${g[0]}${f}`]);
  return `${name}${number}@${draws.pick(DOMAINS)}`;
}

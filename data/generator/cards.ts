import {type Dice, diceFor} from "./dice.ts";
import {drawBirth, drawStranger, fillIn, type Form, type Holder, joinedAfter} from "./forms.ts";
import {cardNumber} from "./keys.ts";
import {SHOP_PHONE} from "./likenesses.ts";
import {DAY} from "./londonTime.ts";
import {dramaPhone} from "./phones.ts";
import type {Account, Setting} from "./subject.ts";

/** Share of the programme's members in Britain whose paper form is kept; strangers with a card for each customer of the shop. */
export const CARDS = {
  formShare: 0.22,
  strangersPerCustomer: 1 / 32,
  secondCardShare: 0.04,
  withoutEmail: 0.5
} as const;

/** Forms of customers, of people with nothing but a card, and second ones of people who lost theirs. */
export interface CardTruth {
  customers: number;
  strangers: number;
  secondCards: number;
  /** Members whose points bear no e-mail address, so that the form alone says whose they are. */
  withoutEmail: number;
}

export interface Drawn {
  forms: Form[];
  /** Indexes of customers. */
  withoutEmail: Set<number>;
}

/** A drawer of a batch's forms, oldest first; `members` are the customers who have points. */
export function cards({from, until, seed, tell}: Setting, truth: CardTruth) {
  const dice = diceFor(seed, "cards");
  let customers = 0;
  let forms = 0;

  /** A card from the stock at the counter, which has no account. */
  const counterCard = () => `HW${String(truth.strangers + truth.secondCards).padStart(6, "0")}`;

  return (accounts: readonly Account[], members: readonly Account[]): Drawn => {
    customers += accounts.length;
    const drawn: (Form & {at: number})[] = [];
    const withoutEmail = new Set<number>();
    const add = (holder: Holder, card: string, at: number, dice: Dice) => {
      drawn.push({...fillIn(holder, ++forms, card, at, dice), at});
    };
    const addCounterCard = (holder: Holder, at: number, dice: Dice) => {
      const card = counterCard();
      add(holder, card, at, dice);
      tell(`customer:${card}`, holder.entity);
    };
    for (const {customer, entity} of members) tell(`customer:${cardNumber(customer.index)}`, entity);
    for (const account of members) {
      const {customer, orders} = account;
      if (customer.address.country !== "GB" || !dice.chance(CARDS.formShare)) continue;
      truth.customers++;
      if (dice.chance(CARDS.withoutEmail)) withoutEmail.add(customer.index);
      const at = joinedAfter(orders[0]!.at, until, dice);
      const holder = holderOf(account, seed);
      add(holder, cardNumber(customer.index), at, dice);
      if (!dice.chance(CARDS.secondCardShare)) continue;
      truth.secondCards++;
      addCounterCard(holder, joinedAfter(at + 90 * DAY, until, dice), dice);
    }
    truth.withoutEmail += withoutEmail.size;
    const holders = drawn.map(({holder}) => holder);
    while (truth.strangers < Math.round(customers * CARDS.strangersPerCustomer)) {
      const holder = drawStranger(++truth.strangers, holders, dice);
      addCounterCard(holder, from + dice.int(1, Math.floor((until - from) / DAY)) * DAY, dice);
    }
    return {forms: drawn.sort((a, b) => a.at - b.at), withoutEmail};
  };
}

/** A customer as they would fill in a form: who is one person is born on one day. */
function holderOf({customer, shown, entity}: Account, seed: number): Holder {
  const phone = shown.phone === SHOP_PHONE ? null : shown.phone;
  const {given, family, address} = shown;
  const person = {given, family, address, email: customer.email, phone: phone ?? dramaPhone(customer.index)};
  return {person, born: drawBirth(diceFor(seed, `birth of ${entity}`)), entity};
}

import {group} from "d3";
import type {Customer} from "./customers.ts";
import {diceFor} from "./dice.ts";
import {dramaPhone} from "./phones.ts";
import type {Story} from "./story.ts";

/** The shop's own number, which its staff type where a customer gives none. */
export const SHOP_PHONE = dramaPhone(16_999)!;

/** A customer as the shop's list shows them, and the number of the person behind. */
export interface Likeness {
  shown: Customer;
  person: number;
}

/** Customers who ordered again as a guest under another address, households, and records that have the shop's number. */
export interface LikenessTruth {
  secondAccounts: number;
  households: number;
  shopPhones: number;
}

const kept = ({orders}: Story) => orders.filter(({cancelledAt}) => cancelledAt === null).length;
const isHome = ({customer}: Story) => customer.address.country === "GB";

/**
 * What the shop's records have in common within a batch, drawn with dice of its own; orders, letters and tickets know nothing of it.
 *
 * A second account is somebody's later, only order under another e-mail address: two customers of one name are taken for it and get
 * one postal address and one telephone. A household is two of one family name at one address, half of them with one telephone.
 */
export function likenesses(seed: number, truth: LikenessTruth): (stories: readonly Story[]) => Map<number, Likeness> {
  const dice = diceFor(seed, "likenesses");
  return (stories) => {
    const found = new Map<number, Likeness>();
    const like = ({customer}: Story, other: Customer, person: number, withPhone = true) =>
      found.set(customer.index, {
        shown: {...customer, address: other.address, phone: withPhone ? other.phone : customer.phone},
        person
      });
    const home = stories.filter(isHome);
    const taken = new Set<number>();
    for (const [, namesakes] of group(home, ({customer: {given, family}}) => `${given} ${family}`)) {
      const [first, ...later] = namesakes as [Story, ...Story[]];
      const again = later.find((story) => kept(story) === 1);
      if (!again || !first.customer.phone || kept(first) === 0 || !dice.chance(0.57)) continue;
      like(again, first.customer, first.customer.index + 1);
      taken.add(first.customer.index).add(again.customer.index);
      truth.secondAccounts++;
    }
    const free = home.filter(({customer}) => !taken.has(customer.index));
    for (const [, family] of group(free, ({customer}) => customer.family)) {
      const [first, second] = family as [Story, Story?];
      if (!second || second.customer.given === first.customer.given || !dice.chance(0.35)) continue;
      like(second, first.customer, second.customer.index + 1, first.customer.phone !== null && dice.chance(0.5));
      taken.add(first.customer.index).add(second.customer.index);
      truth.households++;
    }
    for (const {customer} of free) {
      if (customer.phone !== null || taken.has(customer.index) || !dice.chance(0.035)) continue;
      found.set(customer.index, {shown: {...customer, phone: SHOP_PHONE}, person: customer.index + 1});
      truth.shopPhones++;
    }
    return found;
  };
}

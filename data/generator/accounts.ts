import {type Dice, diceFor} from "./dice.ts";
import type {Likeness} from "./likenesses.ts";
import {DAY, HOUR} from "./londonTime.ts";
import {drawMarketing} from "./marketing.ts";
import {mailingsBetween} from "./mailings.ts";
import {drawMembership} from "./memberships.ts";
import type {Order} from "./orders.ts";
import type {Account, Setting} from "./subject.ts";
import type {Story} from "./story.ts";
import {drawTouches} from "./touches.ts";

/** A drawer of what customers did beside their story, with dice of its own. */
export function accounts({
  from,
  until,
  seed
}: Pick<Setting, "from" | "until" | "seed">): (story: Story, likeness?: Likeness) => Account {
  const mailings = mailingsBetween(from, until);
  const dice = {
    marketing: diceFor(seed, "marketing"),
    mail: diceFor(seed, "mail"),
    club: diceFor(seed, "club"),
    refunds: diceFor(seed, "refunds")
  };
  return (story, likeness) => {
    const marketing = drawMarketing(story.customer, story.orders, mailings, until, dice.marketing);
    return {
      ...story,
      entity: `P${likeness?.person ?? story.customer.index + 1}`,
      shown: likeness?.shown ?? story.customer,
      marketing,
      touches: drawTouches(story, marketing, until, dice.mail),
      membership: drawMembership(story.orders, until, dice.club),
      refunds: story.orders
        .filter(({refunded}) => refunded > 0)
        .map((order) => ({order, at: drawRefundTime(order, until, dice.refunds)}))
    };
  };
}

/** Some days after the parcel, and in any case within the data. */
function drawRefundTime({at, fulfilledAt}: Order, until: number, dice: Dice): number {
  const from = fulfilledAt ?? at;
  return Math.min(from + DAY + Math.ceil(dice.exponential(1 / 5) * DAY), Math.max(from, until - HOUR));
}

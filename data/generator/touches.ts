import type {Dice} from "./dice.ts";
import {DAY, HOUR, MINUTE} from "./londonTime.ts";
import type {Mailing} from "./mailings.ts";
import type {Marketing} from "./marketing.ts";
import type {Story} from "./story.ts";

/** A mailing and one person on its list; `openedAt` and the rest are null where it did not happen. */
export interface Touch {
  mailing: Mailing;
  email: string;
  isControl: boolean;
  at: number;
  deliveredAt: number | null;
  openedAt: number | null;
  clickedAt: number | null;
  bouncedAt: number | null;
  unsubscribedAt: number | null;
}

/** Share of openers who click. */
const CLICK_SHARE = 0.22;

/** How a customer answered each mailing. Someone who has left the shop for good opens half as often. */
export function drawTouches({customer, life}: Story, marketing: Marketing, until: number, dice: Dice): Touch[] {
  return marketing.received.map(({mailing, isControl}) => {
    const isLast = marketing.lastMailing === mailing;
    const at = mailing.at + (isControl ? 0 : (customer.index % 600) * 1000);
    const touch: Touch = {
      mailing,
      email: customer.email,
      isControl,
      at,
      deliveredAt: null,
      openedAt: null,
      clickedAt: null,
      bouncedAt: null,
      unsubscribedAt: null
    };
    if (isControl) return touch;
    if (isLast && marketing.list === "cleaned") return {...touch, bouncedAt: at + MINUTE};
    const deliveredAt = at + dice.int(2, 90) * 1000;
    const isGone = life.diedAt !== null && life.diedAt < mailing.at;
    const opened = deliveredAt + Math.ceil(dice.exponential(1 / 9) * HOUR);
    const opens = dice.chance(marketing.engagement * (isGone ? 0.5 : 1)) && opened < until;
    const clicks = dice.chance(CLICK_SHARE);
    const unsubscribedAt = isLast ? marketing.leftAt : null;
    const openedAt =
      unsubscribedAt !== null ? Math.max(deliveredAt, unsubscribedAt - 2 * MINUTE) : opens ? opened : null;
    const clicked = openedAt === null ? until : openedAt + dice.int(10, 600) * 1000;
    const clickedAt = clicks && unsubscribedAt === null && clicked < Math.min(until, openedAt! + DAY) ? clicked : null;
    return {...touch, deliveredAt, openedAt, clickedAt, unsubscribedAt};
  });
}

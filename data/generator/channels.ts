import type {Dice} from "./dice.ts";
import {weighted} from "./weighted.ts";

export const CHANNELS = [
  "organic-search",
  "email-sign-up",
  "referral",
  "marketplace",
  "paid-social",
  "trade-fair"
] as const;
export type Channel = (typeof CHANNELS)[number];

type Mix = Record<Channel, number>;
const USUAL: Mix = {
  "organic-search": 34,
  "email-sign-up": 17,
  referral: 17,
  marketplace: 15,
  "paid-social": 10,
  "trade-fair": 7
};
/** Once the shop bought its customers on social media. */
const BOUGHT: Mix = {...USUAL, "paid-social": 62};

const drawUsual = weighted(CHANNELS, (channel) => USUAL[channel]);
const drawBought = weighted(CHANNELS, (channel) => BOUGHT[channel]);

/** The channel a customer came through; from `boughtSince` on, two in five of them through paid social. */
export const drawChannel = (at: number, boughtSince: number, dice: Dice): Channel =>
  (at < boughtSince ? drawUsual : drawBought)(dice.uniform());

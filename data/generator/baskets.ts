import {bySku, CATALOGUE, type Product, TYPES} from "./catalogue.ts";
import type {Customer} from "./customers.ts";
import type {Dice} from "./dice.ts";
import {londonMonth} from "./londonTime.ts";
import type {Parameters} from "./parameters.ts";
import {weighted} from "./weighted.ts";

export interface Line {
  product: Product;
  quantity: number;
}

/** What the calendar does to the value of a basket, January first; it averages one. */
const SEASON = [0.9, 0.95, 0.98, 0.97, 0.97, 0.95, 0.93, 0.92, 0.99, 1.03, 1.15, 1.27];

const drawProduct = weighted(CATALOGUE, ({weight}) => weight);
const drawOfType = new Map(
  TYPES.map((type) => [
    type,
    weighted(
      CATALOGUE.filter((product) => product.type === type),
      ({weight}) => weight
    )
  ])
);

/** Fills a basket of one to five products whose value comes near a Gamma–Gamma draw for the customer and the season. */
export function drawBasket(customer: Customer, at: number, parameters: Parameters, dice: Dice): Line[] {
  const value = dice.gamma(parameters.spendP, customer.nu) * SEASON[londonMonth(at) - 1]!;
  const size = Math.min(5, 1 + dice.poisson(value < 15 ? 0.15 : value < 40 ? 0.55 : 1));
  const lines: Line[] = [];
  let rest = value;
  for (let k = size; k > 0; k--) {
    const product = drawLine(customer, lines, (rest / k) * 1.5, dice);
    if (lines.some((line) => line.product === product)) continue;
    const quantity = quantityFor(product, rest / k);
    lines.push({product, quantity});
    rest = Math.max(0, rest - quantity * product.price);
  }
  return lines;
}

/** A companion of the last line, something of the favourite type or a best seller, within the budget if three tries find it. */
function drawLine(customer: Customer, lines: Line[], budget: number, dice: Dice): Product {
  const last = lines[lines.length - 1]?.product;
  if (last?.companion && dice.chance(0.45)) return bySku.get(last.companion)!;
  const draw = dice.chance(0.5) ? drawOfType.get(customer.favouriteType)! : drawProduct;
  let product = draw(dice.uniform());
  for (let tries = 0; tries < 3 && product.price > budget; tries++) product = draw(dice.uniform());
  return product;
}

/** Glasses come in pairs, up to six; of anything else up to four. */
function quantityFor({type, price}: Product, budget: number): number {
  if (type === "Wine glasses" && price < 20) return Math.max(2, Math.min(6, 2 * Math.round(budget / price / 2)));
  return Math.max(1, Math.min(4, Math.round(budget / price)));
}

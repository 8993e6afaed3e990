import {dice} from "../randomCompany.ts";

export interface Bought {
  order: string;
  customer: number;
  /** Days since 2024-01-01. */
  day: number;
  items: string[];
}

export const isoDay = (day: number) => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

/** A shop at random: customers with two favourites each, a range that changes over 400 days. */
export function randomShop(seed: number, customers = 60): Bought[] {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const bought: Bought[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const own = [upTo(16), upTo(16)];
    for (let day = upTo(90); day < 400; day += 3 + upTo(60)) {
      const range = day < 200 ? 14 : 18;
      const items = Array.from({length: 1 + upTo(4)}, () => (roll() < 0.5 ? own[upTo(2)]! : upTo(range)));
      bought.push({
        order: `O${customer}-${day}`,
        customer,
        day,
        items: [...new Set(items)].map((item) => `P${String(item).padStart(2, "0")}`)
      });
    }
  }
  return bought;
}

/** SQL that delivers it to the raw tables; a price by the product's number, categories where asked. */
export function deliver(bought: readonly Bought[], categories?: number): string[] {
  const lines = bought.flatMap(({order, customer, day, items}) =>
    items.map(
      (item) =>
        `('${order}', '${item}', 1, ${1 + Number(item.slice(1))}, 'k${customer}', timestamp '${isoDay(day)} 12:00:00')`
    )
  );
  const products = [...new Set(bought.flatMap(({items}) => items))].toSorted();
  return [
    `insert into raw_order_lines (order_id, product_id, quantity, unit_price, customer_key, ordered_at, load_id, load_rank, load_row)
     select *, '000001', 1, row_number() over () from (values ${lines.join(", ")})`,
    ...(categories
      ? [
          `insert into raw_products (product_id, product_name, category, list_price, load_id, load_rank, load_row)
           select *, '000002', 2, row_number() over () from (values ${products
             .map(
               (item) =>
                 `('${item}', 'Product ${item}', 'Category ${Number(item.slice(1)) % categories}', ${1 + Number(item.slice(1))})`
             )
             .join(", ")})`
        ]
      : [])
  ];
}

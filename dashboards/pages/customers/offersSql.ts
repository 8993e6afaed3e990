import {martNextProduct} from "../../../models/marts/mart_next_product.ts";
import {packed} from "./identitySql.ts";
import {slicedSql, type Slice} from "./slices.ts";

/** How many products a profile offers of all, and how many of those that the customer never bought. */
const most = 3;

/** What to offer each customer, as a step of a query: `offered` with the list and the days that it looks ahead. */
export const offersSql = (slice: Slice): string => `
  offered as (
    select
      customer_id,
      max(horizon_days) as offer_days,
      ${packed("coalesce(product_name, item_id), kind, round(buy_share, 4), because_name", "rank")} as offers
    from ${slicedSql(martNextProduct, slice)}
    where rank <= ${most} or new_rank <= ${most}
    group by customer_id
  )`;

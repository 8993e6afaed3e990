import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {judgedLift} from "../baskets/itemRules.ts";
import {loadSets} from "../baskets/loadSets.ts";
import {intItem} from "../intermediate/int_item.ts";
import {intItemSet} from "../intermediate/int_item_set.ts";
import {model} from "../model.ts";

/** Pairs that a page shows. */
const listed = 300;

/**
 * Two items in one basket, one row per frequent pair, whatever its confidence; pairs that are rarer than chance are among them.
 *
 * N, lift and leverage are those of mart_item_rule. The interval of the lift is on the log scale by the delta method over the multinomial counts.
 */
export const martItemPair = model({
  name: "mart_item_pair",
  title: {en: "Two items in one basket, one row per frequent pair.", zh: "同篮商品对，每个频繁商品对一行。"},
  from: [intItem, intItemSet],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place by leverage, from 1.", "按杠杆的名次，从 1 开始。"),
    one_id: c.id("Key of the item that is in more baskets.", "较常见商品的编号。", "public"),
    one_name: c.text("Its name, else its key.", "其名称。"),
    one_category: c.text("Its category.", "其类别。").nullable(),
    other_id: c.id("Key of the other.", "另一商品的编号。", "public"),
    other_name: c.text("Its name, else its key.", "其名称。"),
    other_category: c.text("Its category.", "其类别。").nullable(),
    baskets: c.count("Baskets that hold both.", "同时包含两者的购物篮数。"),
    one_baskets: c.count("Baskets that hold the one.", "包含前者的购物篮数。"),
    other_baskets: c.count("Baskets that hold the other.", "包含后者的购物篮数。"),
    all_baskets: c.count("Baskets that count.", "计入的购物篮总数。"),
    customers: c.count("Known customers of the baskets with both.", "同购两者的已识别客户数。"),
    expected_baskets: c.number("Baskets with both that chance would bring.", "随机期望的同篮数。"),
    support_share: c.share("Share of baskets that hold both.", "支持度。"),
    one_to_other_share: c.share("Of baskets with the one, those with the other too.", "含前者的购物篮中含后者的占比。"),
    other_to_one_share: c.share("Of baskets with the other, those with the one too.", "含后者的购物篮中含前者的占比。"),
    lift: c.number("Baskets with both ÷ what chance would bring.", "提升度：同篮数÷随机期望。"),
    lift_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。"),
    lift_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。"),
    leverage: c.number("Support less what chance would bring.", "杠杆：支持度减去随机期望。"),
    is_clear: c.flag("The interval of the lift leaves out 1.", "提升度区间不含 1。"),
    is_listed: c.flag("Among the first 300.", "前 300 对之一。")
  }),
  procedure: {
    version: () => 1,
    make: async ({warehouse, table}) => {
      const baskets = await loadSets(warehouse);
      await warehouse.run(`create or replace table ${table} as
        with counted as (
          select whole.customers, whole.baskets as together, whole.items[1] as first, whole.items[2] as second, a.baskets as first_baskets,
            b.baskets as second_baskets, a.baskets >= b.baskets as is_ordered
          from item_set whole join item_set a on a.items = [whole.items[1]] join item_set b on b.items = [whole.items[2]]
          where len(whole.items) = 2),
        pair as (
          select customers, together, if(is_ordered, first, second) as one, if(is_ordered, second, first) as other,
            if(is_ordered, first_baskets, second_baskets) as with_antecedent, if(is_ordered, second_baskets, first_baskets) as with_consequent
          from counted),
        judged as (${judgedLift("pair", baskets)}),
        placed as (select *, row_number() over (order by leverage desc, one, other) as pair_place from judged)
        select pair_place as place, one.item_id as one_id, coalesce(one.product_name, one.item_id) as one_name, one.category as one_category,
          other.item_id as other_id, coalesce(other.product_name, other.item_id) as other_name, other.category as other_category,
          together as baskets, with_antecedent as one_baskets, with_consequent as other_baskets, ${baskets}::bigint as all_baskets, customers,
          with_antecedent::double * with_consequent / greatest(${baskets}, 1) as expected_baskets, support as support_share,
          confidence as one_to_other_share, together / with_consequent as other_to_one_share, lift, lift_low, lift_high, leverage,
          lift_low > 1 or lift_high < 1 as is_clear, pair_place <= ${listed} as is_listed
        from placed join int_item one on one.item_number = placed.one join int_item other on other.item_number = placed.other`);
      await warehouse.run("drop table item_set");
    }
  }
});

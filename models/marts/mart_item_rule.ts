import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {findItemRules} from "../baskets/itemRules.ts";
import {loadSets} from "../baskets/loadSets.ts";
import {intItem} from "../intermediate/int_item.ts";
import {intItemSet} from "../intermediate/int_item_set.ts";
import {model} from "../model.ts";

/** Rules that a page shows. */
const listed = 200;

/**
 * Who has these items in the basket has that one too, one row per rule of enough confidence.
 *
 * support = n(all) ÷ N, confidence = n(all) ÷ n(antecedent), lift = confidence ÷ (n(consequent) ÷ N), leverage = support − the product of the parts'
 * supports; N are baskets of 1 to 100 items. Rules stand by leverage: by how many baskets more than chance would bring. Association, not effect: the
 * items may be bought together for a reason that no offer changes.
 */
export const martItemRule = model({
  name: "mart_item_rule",
  title: {en: "Who has these items has that one too, one row per rule.", zh: "商品关联规则，每条规则一行。"},
  from: [intItem, intItemSet],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place by leverage, from 1.", "按杠杆的名次，从 1 开始。"),
    antecedent: c.text("Keys of the items that are in the basket, with | between.", "前件商品编号，以 | 分隔。"),
    antecedent_names: c.text("Their names, with + between.", "前件名称，以 + 连接。"),
    antecedent_size: c.count("How many they are.", "前件商品数。"),
    consequent: c.id("Key of the item that goes with them.", "后件商品编号。", "public"),
    consequent_name: c.text("Its name, else its key.", "后件名称。"),
    baskets: c.count("Baskets that hold all of them.", "包含全部商品的购物篮数。"),
    customers: c.count("Known customers of these baskets.", "这些购物篮的已识别客户数。"),
    support_share: c.share("Share of baskets that hold all of them.", "支持度：包含全部商品的购物篮占比。"),
    confidence_share: c.share(
      "Of baskets with the antecedent, those with the consequent too.",
      "置信度：含前件的购物篮中含后件的占比。"
    ),
    lift: c.number(
      "Confidence ÷ the consequent's share of all baskets; 1 is chance.",
      "提升度：置信度÷后件在全部购物篮中的占比；1 为随机。"
    ),
    lift_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。"),
    lift_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。"),
    leverage: c.number("Support less what chance would bring.", "杠杆：支持度减去随机期望。"),
    is_listed: c.flag("Among the first 200.", "前 200 条之一。")
  }),
  procedure: {
    version: ({baskets: {leastConfidence}}) => [1, leastConfidence],
    make: async ({warehouse, settings, table}) => {
      const baskets = await loadSets(warehouse);
      await findItemRules(warehouse, {baskets, leastConfidence: settings.baskets.leastConfidence});
      await warehouse.run(`create or replace table ${table} as
        with part as (select distinct antecedent, unnest(antecedent) as item from item_rule),
        named as (
          select antecedent as items, string_agg(item_id, '|' order by item) as keys, string_agg(coalesce(product_name, item_id), ' + ' order by item) as names
          from part join int_item on item_number = item group by antecedent),
        placed as (
          select *, row_number() over (order by leverage desc, antecedent, consequent) as rule_place from item_rule)
        select rule_place as place, keys as antecedent, names as antecedent_names, len(rule.antecedent) as antecedent_size,
          item.item_id as consequent, coalesce(item.product_name, item.item_id) as consequent_name, together as baskets,
          whole.customers, support as support_share, confidence as confidence_share, lift, lift_low, lift_high, leverage,
          rule_place <= ${listed} as is_listed
        from placed rule join named on named.items = rule.antecedent join int_item item on item.item_number = rule.consequent
          join item_set whole on whole.items = rule.all_items`);
      await warehouse.run("drop table item_rule; drop table item_set");
    }
  }
});

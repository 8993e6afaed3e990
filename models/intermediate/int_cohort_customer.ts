import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {cohortTraits, mostGroups} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCohortGroup} from "./int_cohort_group.ts";
import {intCustomerFirst} from "./int_customer_first.ts";

type Trait = (typeof cohortTraits)[number];
const columnOf = <T extends Trait>(trait: T) => `${trait}_group` as const;
const group = (en: string, zh: string) => c.count(`Number of the group by ${en}.`, `${zh}分组编号。`);

/** The number of a customer's group in every dimension, one row per customer with an order; int_cohort_group names them. */
export const intCohortCustomer = model({
  name: "int_cohort_customer",
  title: {
    en: "The groups of a customer, one row per customer with an order.",
    zh: "客户所属分组，每位有订单的客户一行。"
  },
  from: [intCohortGroup, intCustomerFirst],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    first_order_on: c.day("Day of the first order.", "首单日期。"),
    acquisition_channel_group: group("acquisition channel", "获客渠道"),
    first_sales_channel_group: group("sales channel of the first order", "首单渠道"),
    country_group: group("country", "国家"),
    first_category_group: group("product category of the first order", "首单商品类别"),
    first_product_group: group("product of the first order", "首单商品"),
    first_value_group: group("value of the first order", "首单金额")
  }),
  query: (db) => {
    const keptName = (trait: Trait) => `kept_${trait}`;
    const numberOf = (trait: Trait) => `number_${trait}`;
    const joined = cohortTraits.reduce(
      (query, trait) =>
        query.leftJoin(
          (eb) =>
            eb
              .selectFrom("int_cohort_group")
              .where("dimension", "=", trait)
              .where(({ref}) =>
                s.both(
                  s.compare(ref("group_number"), ">", s.num(0)),
                  s.compare(ref("group_number"), "<=", s.num(mostGroups))
                )
              )
              .select(({ref}) => [ref("group_name").as(keptName(trait)), ref("group_number").as(numberOf(trait))])
              .as(`groups_of_${trait}`),
          (on) => on.onRef(keptName(trait) as never, "=", trait as never)
        ) as unknown as typeof query,
      db.selectFrom("int_customer_first")
    );
    return joined.select(({ref}) => {
      const number = <T extends Trait>(trait: T) => {
        const kept = ref(numberOf(trait) as never) as unknown as s.Value<number | null>;
        const rest = s.when(s.isNull(ref(trait)), s.num(0), s.num(mostGroups + 1));
        return s.coalesce(kept, s.toBigint(rest)).as(columnOf(trait));
      };
      return [
        "customer_id",
        "first_order_on",
        number("acquisition_channel"),
        number("first_sales_channel"),
        number("country"),
        number("first_category"),
        number("first_product"),
        number("first_value")
      ];
    });
  }
});

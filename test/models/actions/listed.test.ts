import {expect, it} from "vitest";
import {rawActivities, rawCustomers, rawTouches} from "../../../ingest/contracts/kinds.ts";
import type {Action} from "../../../models/actions/kinds.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {martAction} from "../../../models/marts/mart_action.ts";
import {martActionDue} from "../../../models/marts/mart_action_due.ts";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import {askModel} from "../askModel.ts";
import {insert, settings} from "../warehouseOf.ts";
import {agreed, build, listed, person} from "./actionWarehouse.ts";

it("who refused calls is not called to be kept, though nobody needs to have agreed to them", async () => {
  const mayCall = {a: true, b: false, c: null};
  const ids = Object.keys(mayCall);
  const rows = await askModel(martAction, [
    [intAsOf, [{as_of_on: "2026-06-30"}]],
    [
      martCustomer360,
      Object.entries(mayCall).map(([customer_id, may_call]) => ({customer_id, may_call, abc_class: "A"}))
    ],
    [
      martActionDue,
      ids.flatMap((customer_id) => [
        {customer_id, action: "churn_call", due_on: "2026-06-30"},
        {customer_id, action: "renewal", due_on: "2026-06-30"}
      ])
    ]
  ]);
  const listedOf = (action: Action) => rows.filter((row) => row.action === action).map((row) => row.customer_id);
  expect(listedOf("churn_call")).toEqual(["a", "c"]);
  expect(listedOf("renewal")).toEqual(["a", "b", "c"]);
});

it("who had enough messages gets none, and is listed for what goes on all the same", async () => {
  const touches = insert(
    rawTouches,
    [1, 2, 3, 4].map((n) => ({campaign_id: `c${n}`, customer_key: "a", touched_at: `2026-06-2${n} 08:00:00`}))
  );
  const birthday = person("a", {birth_date: "1980-07-01"});
  const more = insert(rawActivities, [
    {activity_id: "2", customer_key: "a", activity_type: "visit", due_at: "2026-07-03 09:00:00"}
  ]);
  const few = await build([birthday, agreed("a"), more]);
  const many = await build([birthday, agreed("a"), more, touches]);
  expect([await listed(few, "birthday"), await listed(many, "birthday")]).toEqual([["a"], []]);
  expect([await listed(few, "follow_up"), await listed(many, "follow_up")]).toEqual([["a"], ["a"]]);
  expect(await many.row("select pressed from mart_action_kind where action = 'birthday'")).toEqual({pressed: 1});
});

it("the page's list holds forty of each owner and as many without as the configuration says", async () => {
  const many = Array.from({length: 130}, (_, i) => String(i));
  const built = await build(
    [
      insert(
        rawCustomers,
        many.map((key) => ({customer_key: key, email: `p${key}@x.com`, owner: Number(key) < 60 ? "Olga" : null}))
      ),
      insert(
        rawActivities,
        many.map((key) => ({activity_id: key, customer_key: key, activity_type: "call", due_at: "2026-07-03 09:00:00"}))
      )
    ],
    {actions: {...settings.actions, withoutOwner: 25}}
  );
  expect(
    await built.rows(
      "select owner, count(distinct customer_id) as n from mart_action_next group by owner order by owner nulls last"
    )
  ).toEqual([
    {owner: "Olga", n: 40},
    {owner: null, n: 25}
  ]);
  expect(await built.rows("select distinct all_customers, all_but_birthdays from mart_action_next")).toEqual([
    {all_customers: 130, all_but_birthdays: 130}
  ]);
});

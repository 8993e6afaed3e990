import {rawConsents, rawCustomers, rawOrders} from "../../../ingest/contracts/kinds.ts";
import type {Action} from "../../../models/actions/kinds.ts";
import {martAction} from "../../../models/marts/mart_action.ts";
import {martActionKind} from "../../../models/marts/mart_action_kind.ts";
import {martActionNext} from "../../../models/marts/mart_action_next.ts";
import {insert, ModelledWarehouse, type settings} from "../warehouseOf.ts";

/** What the tests of actions read. */
export const asked = [martAction, martActionKind, martActionNext];

const last = insert(rawOrders, [
  {order_id: "last", customer_key: "other", ordered_at: "2026-06-30 12:00:00", total: 1}
]);

/** A company whose last order is of 30 June 2026. */
export const build = (fill: readonly string[], changes: Partial<typeof settings> = {}) =>
  ModelledWarehouse.of([last, ...fill], changes, asked);

export const agreed = (key: string, isGranted = true, channel = "email") =>
  insert(rawConsents, [
    {customer_key: key, channel, purpose: "marketing", is_granted: isGranted, recorded_at: "2026-01-01 00:00:00"}
  ]);

export const person = (key: string, change: Record<string, unknown> = {}) =>
  insert(rawCustomers, [{customer_key: key, email: `${key}@x.com`, customer_name: `Ann ${key}`, ...change}]);

/** What is due of an action, by the customers' own keys. */
export const due = (built: ModelledWarehouse, action: Action) =>
  built.rows(
    `select source_key as key, due_on, birthday_on, items, expected_value::double as value, reason_text, reason_days,
       reason_count, reason_amount::double as amount from mart_action_due
     join int_customer_keys using (customer_id) where action = '${action}' and key_kind = 'customer_key' order by key`
  );

/** The customers, by their own keys, for whom an action is listed. */
export const listed = async (built: ModelledWarehouse, action: Action) =>
  (
    await built.rows(
      `select source_key as key from mart_action join int_customer_keys using (customer_id)
       where action = '${action}' and key_kind = 'customer_key' order by key`
    )
  ).map(({key}) => String(key));

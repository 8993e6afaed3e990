import {expect, it} from "vitest";
import {rawCustomers, rawOrders} from "../../../ingest/contracts/kinds.ts";
import {mostInComponent} from "../../../models/identity/clusters.ts";
import {intIdentityMember} from "../../../models/intermediate/int_identity_member.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";

const resolved = (fill: string[], exclude = settings.identity.exclude) =>
  ModelledWarehouse.of(fill, {identity: {...settings.identity, exclude}}, [intIdentityMember]);

it.each([2, mostInComponent - 1, mostInComponent + 50])(
  "%i records that a rule ties to each other are one customer",
  async (records) => {
    const tied = Array.from({length: records}, (_, i) => ({customer_key: `T${i}`, company: "Acme Ltd"}));
    const others = Array.from({length: 300}, (_, i) => ({
      customer_key: `O${i}`,
      company: `Firm ${(i * 7919) % 9973} Trading`
    }));
    const warehouse = await resolved([insert(rawCustomers, [...tied, ...others])]);
    expect(
      await warehouse.row(
        "select count(distinct customer_id) as n from int_identity_member where record_key like 'customer:T%'"
      )
    ).toEqual({n: 1});
  }
);

it("orders under an e-mail address that says nothing belong to nobody who ever gave a telephone number with it", async () => {
  const phones = ["+442071838750", "+442071838750", "+442079460958"];
  const orders = phones.map((phone, i) => ({
    order_id: `o${i}`,
    email: "noreply@market.com",
    phone,
    ordered_at: "2026-01-01"
  }));
  const warehouse = await resolved(
    [
      insert(rawCustomers, [{customer_key: "A", customer_name: "Anna Smith", phone: phones[0]}]),
      insert(rawOrders, orders)
    ],
    {email: ["noreply@*"], phone: [], tax_id: []}
  );
  const rows = await warehouse.rows("select customer_id from int_identity_member");
  const anna = await warehouse.row("select customer_id from int_identity_member where record_key = 'customer:A'");
  expect(rows.filter(({customer_id}) => customer_id === anna.customer_id)).toHaveLength(1);
});

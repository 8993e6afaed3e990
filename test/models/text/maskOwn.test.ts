import {expect, it} from "vitest";
import {rawCustomers, rawFeedback, rawOrderLines, rawTickets} from "../../../ingest/contracts/kinds.ts";
import {intVerbatim} from "../../../models/intermediate/int_verbatim.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";

const customers = [
  {customer_key: "c1", email: "a@example.com", customer_name: "José García", phone: "632960"},
  {customer_key: "c2", email: "b@example.com", customer_name: "張偉"},
  {customer_key: "c3", email: "c@example.com", customer_name: "Green Leaf Cafe", company: "Green Leaf Cafe"},
  {customer_key: "c4", email: "d@example.com", customer_name: "Bo Li"}
];
const said = [
  ["c1", "jose garcia here, 632960 or 63 29 60", "[name] here, [number] or [number]"],
  ["c2", "张伟和张先生说很好", "[姓名]和[姓名]先生说很好"],
  ["c2", "Zhang Wei was here", "[name] was here"],
  ["c3", "We of Green Leaf Cafe like a green leaf", "We of [name] like a green leaf"],
  ["c4", "It was Bo Li who wrote", "It was [name] who wrote"]
] as const;

it("masks the writer's own name, telephone number and address in the spellings of people, a company's as a whole", async () => {
  const warehouse = await ModelledWarehouse.of(
    [
      insert(rawCustomers, customers),
      insert(
        rawOrderLines,
        customers.map(({customer_key}) => ({
          order_id: customer_key,
          customer_key,
          ordered_at: "2026-05-01",
          quantity: 1,
          unit_price: 5
        }))
      ),
      insert(
        rawFeedback,
        said.map(([customer_key, comment], i) => ({
          response_id: `r${i}`,
          answered_at: "2026-06-01 10:00:00",
          instrument: "nps",
          score: 9,
          comment,
          customer_key
        }))
      ),
      insert(rawTickets, [
        {
          ticket_id: "t",
          opened_at: "2026-06-02 09:00:00",
          phone: "23-45-67",
          subject: "Ring 234567",
          agent: "Sian Pryce"
        }
      ])
    ],
    {asOf: "2026-06-30T12:00:00"},
    [intVerbatim]
  );
  const rows = await warehouse.rows("select masked_text from int_verbatim order by origin, source_key");
  expect(rows.map(({masked_text}) => masked_text)).toEqual([...said.map(([, , left]) => left), "Ring [number]"]);
});

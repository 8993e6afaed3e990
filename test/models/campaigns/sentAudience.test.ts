import {expect, it} from "vitest";
import {
  asOf,
  campaignWarehouse,
  given,
  intAudienceSent,
  known,
  stgCampaigns,
  stgTouches,
  who
} from "./campaignWarehouse.ts";

it("an audience sent from here is the campaign that the tool lists under its name, and its plan is checked", async () => {
  const people = Array.from({length: 200}, (_, i) => i);
  const warehouse = await campaignWarehouse([
    asOf("2026-06-30"),
    ...known(people),
    ...given(stgCampaigns, [
      {
        campaign_id: "m1",
        campaign_name: "Win back",
        started_at: "2026-04-02 09:00:00",
        started_on: "2026-04-02",
        cost: 50
      }
    ]),
    ...given(
      intAudienceSent,
      people.map((i) => ({
        sent_id: "s1",
        campaign_id: "Win back",
        audience: "lapsed",
        customer_id: who(i),
        arm: i % 4 ? "treated" : "control",
        control_share: 0.25,
        sent_at: "2026-04-01 15:00:00",
        sent_on: "2026-04-01"
      }))
    ),
    ...given(
      stgTouches,
      people
        .filter((i) => i % 4)
        .map((i) => ({
          load_id: "1",
          load_row: i,
          campaign_id: "m1",
          customer_key: `k${i}`,
          arm: "treated",
          touched_at: "2026-04-02 09:05:00"
        }))
    )
  ]);
  const [row, ...others] = await warehouse.rows("from mart_campaign");
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    campaign_id: "m1",
    state: "effect",
    treated: 150,
    control: 50,
    planned_share: 0.25,
    both_arms: 0
  });
  expect(row!.ratio_p).toBeCloseTo(1, 12);
  const [member] = await warehouse.rows("select distinct sent_on::varchar as on from int_campaign_member");
  expect(member).toEqual({on: "2026-04-02"});
  warehouse.close();
});

import {expect, it} from "vitest";
import {martClosedLoop} from "../../models/marts/mart_closed_loop.ts";
import {martLoopNext} from "../../models/marts/mart_loop_next.ts";
import {askModel} from "./askModel.ts";

const unhappy = (case_id: string, state: string, net_revenue_365d = 0, happened_on = "2026-01-01") => ({
  case_id,
  customer_id: `C-${case_id}`,
  origin: "detractor",
  state,
  net_revenue_365d,
  happened_on
});
const ask = async (cases: ReturnType<typeof unhappy>[]) =>
  (await askModel(martLoopNext, [[martClosedLoop, cases]])).map(({case_id}) => case_id);

it("cases that nobody came back to stand first, then those unhappy again; inside each the highest revenue, the newest", async () => {
  expect(
    await ask([
      unhappy("recovered", "recovered", 900),
      unhappy("followed", "followed_up", 50),
      unhappy("again", "repeated", 700),
      unhappy("open", "open", 80),
      unhappy("overdue-older", "overdue", 10, "2025-12-01"),
      unhappy("overdue", "overdue", 10),
      unhappy("rich", "overdue", 90)
    ])
  ).toEqual(["rich", "open", "overdue", "overdue-older", "again", "followed", "recovered"]);
});

it("of more than three hundred cases it holds the first three hundred", async () => {
  const cases = Array.from({length: 310}, (_, i) => unhappy(`c${i}`, "open", (i * 53) % 310));
  const first = cases.toSorted((a, b) => b.net_revenue_365d - a.net_revenue_365d).slice(0, 300);
  expect(await ask(cases)).toEqual(first.map(({case_id}) => case_id));
});

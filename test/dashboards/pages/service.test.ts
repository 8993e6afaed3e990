import {describe, expect, test} from "vitest";
import type {ServiceData} from "../../../dashboards/pages/service/body.ts";
import {causesCsv, groupsCsv} from "../../../dashboards/pages/service/csvFiles.ts";
import {causesOf} from "../../../dashboards/pages/service/causes.ts";
import {causesTable} from "../../../dashboards/pages/service/causesTable.ts";
import {groupsOf} from "../../../dashboards/pages/service/groups.ts";
import {filterWords, offeredBy, openSpec, passing} from "../../../dashboards/pages/service/openFilter.ts";
import {shortTime, shortWork, workTime} from "../../../dashboards/pages/service/timeWords.ts";
import {waiting} from "../../../dashboards/pages/service/waiting.ts";
import {broken, findingOf, panelOf, words} from "./said.ts";
import {cause, data, effect, en, group, open, render, sla, summary, zh} from "./servicePage.ts";

const of = (change: Partial<typeof summary>) => ({summary: {...summary, ...change}});

describe("the finding", () => {
  test("how many wait, how many for long, whether promises are kept and whether that changed", () => {
    expect(findingOf(render())).toBe(
      "86 tickets are open, 31 of them for more than 5 days (53 thirty days ago). In the last 90 days 84% of first replies came in time (81–87%), 71% of solutions: −6.0 pts against the 90 days before."
    );
    expect(findingOf(render({}, zh))).toContain("未结工单 86 张，其中 31 张超过 5 天");
  });

  test("a change that does not clear its interval is none", () => {
    expect(findingOf(render(of({previous_first_reply_kept_share: 0.85})))).toContain(
      "no clear change against the 90 days before"
    );
  });

  test("without targets the time to the first reply; without that neither", () => {
    const none = {first_reply_kept_share: null, resolution_kept_share: null, has_targets: false};
    expect(findingOf(render(of(none)))).toContain(
      "Half of them are answered within 95 business minutes; no target is set."
    );
    expect(findingOf(render(of({...none, median_first_reply_work_minutes: null})))).toContain(
      "Nothing tells when they were answered."
    );
  });
});

describe("promises", () => {
  test("months are put together by their counts, not by their shares", () => {
    const rows = [
      sla("2026-05-01", "first_reply", "all", 10, 10),
      sla("2026-04-01", "first_reply", "all", 90, 45),
      sla("2026-06-01", "first_reply", "all", 50, 0, {is_partial: true})
    ];
    expect(panelOf(render({promises: rows}), "sla")).toContain("All55%45–64%");
  });

  test("too few tickets of a priority are withheld, running ones do not count", () => {
    const said = panelOf(render(), "sla");
    expect(said).toContain("Lowfewer than 10 tickets");
    expect(said).toContain("Running late now: 14; due within a day: 6.");
  });

  test("no target: where to set one", () => {
    expect(panelOf(render({promises: [], ...of({has_targets: false})}), "sla")).toContain(
      "No target is setSay in perennial.config.ts under service.targets"
    );
  });
});

describe("causes", () => {
  test("the most frequent is open, parts as shares of it, and few customers are folded", () => {
    const said = panelOf(render(), "causes");
    expect(said).toContain("delivery52052%52%+6.0 pts");
    expect(said).toContain("late parcel30058%no clear");
    expect(said).toContain("others20");
    expect(said).not.toMatch(/wrong door|wet box/);
    expect(said).toContain("2 of 3 causes (delivery, billing) make 80%");
  });

  test("parts and rest add up to the category", () => {
    for (const {row, parts, rest} of causesOf(data.causes, 10))
      if (parts.length) expect(parts.reduce((sum, one) => sum + one.tickets, 0) + rest).toBe(row.tickets);
  });

  test("another one can be opened, and none", () => {
    const causes = causesOf(data.causes, 10);
    expect(words(String(causesTable(causes, "", en)))).not.toContain("late parcel");
    expect(String(causesTable(causes, "delivery", en))).toContain('data-cause="delivery" aria-expanded="true"');
  });

  test("a category of too few customers is neither shown nor taken away", () => {
    const rows = [...data.causes, cause("secret", "all", 9, {customers: 9})];
    expect(render({causes: rows})).not.toContain("secret");
    expect(JSON.stringify(causesCsv(causesOf(rows, 10)))).not.toContain("secret");
  });

  test("none names a category: which column to map", () => {
    expect(panelOf(render({causes: []}), "causes")).toContain("Map category (and subcategory)");
  });
});

test("few tickets are withheld as few customers are, though nobody knows whose they were", () => {
  const nobody = {customers: 0};
  const rows = [cause("rare", "all", 4, nobody), cause("odd", "all", 40, nobody)];
  expect(causesOf(rows, 10).map(({category}) => category)).toEqual(["odd"]);
  const few = {...group("team", "Night", 4), ...nobody};
  const teams = [few, ...["Day", "Late"].map((name) => ({...group("team", name, 40), ...nobody}))];
  expect(groupsOf([...teams, group("team", "Wine", 50)], 10)[0]?.rows.map(({value}) => value)).toEqual([
    "Wine",
    "Late"
  ]);
  expect(groupsCsv(teams, 10).rows.map(([, value]) => value)).toEqual(["Day", "Late"]);
});

describe("groups", () => {
  test("all tickets stand above the groups; few known customers are withheld", () => {
    const said = panelOf(render(), "groups");
    expect(said).toContain("All tickets2,0001.684%13");
    expect(said).not.toMatch(/fax|visit/);
    expect(groupsOf(data.groups, 10).map(({dimension}) => dimension)).toEqual(["channel", "team"]);
    expect(groupsCsv([group("channel", "fax", 9), group("channel", "email", 10)], 10).rows).toHaveLength(1);
  });

  test("one group alone is no comparison", () => {
    expect(render({groups: [group("all", "all", 90), group("channel", "email", 90)]})).not.toContain('id="groups"');
  });
});

describe("the list of open tickets", () => {
  const rows = [open(1), open(2, {priority: "low", team: null, is_breached: false, remaining_minutes: 90})].map(
    waiting
  );

  test("says how late, what is due, and leads to the customer", () => {
    const said = panelOf(render(), "open");
    expect(said).toContain("T-10012.5 h lateResolutionHigh3 daysopendeliveryOrders · A-77AA11C-00AA11£39931%");
    expect(said).toContain("paused, 1.7 h left");
    expect(said).toContain("Rows 1–10 of 30; 86 are open.");
    expect(render()).toContain('href="./customers.html?key=C-00AA11"');
    expect(render()).toContain('href="./data/service/perennial-open-tickets-2026-06-24.csv"');
    expect(render({}, zh)).toContain('href="../data/service/perennial-open-tickets-2026-06-24.csv"');
  });

  test("a ticket of nobody known, with nobody and without a target is said so", () => {
    const bare = open(1, {
      customer_id: null,
      team: null,
      agent_key: null,
      target: null,
      remaining_minutes: null,
      priority: null
    });
    expect(panelOf(render({open: [bare]}), "open")).toContain("no targetno priority");
    expect(panelOf(render({open: [bare]}), "open")).toContain("nobodyunknown");
  });

  test("filters choose by priority, team and lateness, and say so", () => {
    const none = {priority: "", team: "", due: ""};
    expect(passing(rows, none)).toHaveLength(2);
    expect(passing(rows, {...none, priority: "low"}).map(({ticket}) => ticket)).toEqual(["T-1002"]);
    expect(passing(rows, {...none, due: "late"}).map(({ticket}) => ticket)).toEqual(["T-1001"]);
    expect(filterWords({...none, team: "Orders", due: "late"}, en)).toBe("Only team Orders, late ones");
    expect(openSpec(offeredBy(rows)).team.known).toEqual(["", "Orders"]);
  });
});

describe("what goes with bad service", () => {
  test("the difference with its interval, the same a year earlier, and that it is an association", () => {
    const said = panelOf(render(), "effect");
    expect(said).toContain("240 customers after a bad event");
    expect(said).toContain("Order days2.10 → 1.402.10 → 1.80−0.40−0.70 to −0.10+0.02");
    expect(said).toContain("no clear difference");
    expect(said).toContain("Association, not an effect");
    expect(said).toContain("The same pairs did not differ clearly a year earlier.");
  });

  test("pairs that differed before are named", () => {
    const effects = [effect("purchase_days", {placebo_low: 0.1, placebo_high: 0.4})];
    expect(panelOf(render({effects}), "effect")).toContain("The same pairs differed a year earlier already");
  });

  test("how many of their like needed help too", () => {
    const said = (matched_ticket_share: number) =>
      panelOf(render({effects: [effect("purchase_days", {matched_ticket_share})]}), "effect");
    expect(said(0.25)).toContain("100% of them had opened a ticket, of their like 25%: part of the difference");
    expect(said(0.01)).toContain("of their like fewer than 10: part");
    expect(said(1)).toContain("As many of their like had opened a ticket in the 14 days before (100%).");
  });

  test("too few pairs: said, not shown", () => {
    const effects = [effect("purchase_days", {state: "too_few", difference: null, low: null, high: null, pairs: 12})];
    expect(panelOf(render({effects}), "effect")).toContain("Too few to compare");
  });
});

describe("states", () => {
  const nothing: Partial<ServiceData> = {
    ages: [],
    promises: [],
    groups: [],
    hours: [],
    phases: [],
    causes: [],
    open: [],
    effects: [],
    effectMonths: []
  };

  test("no tickets: which export to add, and the command", () => {
    const said = words(render({...nothing, summary: undefined}));
    expect(said).toContain("No ticketsAdd an export of kind tickets (or ticket_events, the log of a help desk)");
    expect(said).toContain("then run perennial run.");
  });

  test("no log: what is not known, and which export says it", () => {
    const said = words(render(of({has_log: false, reopened_share: null})));
    expect(said).toContain("Tickets come without a log of events");
    expect(said).toContain("add an export of kind ticket_events.");
    expect(panelOf(render(of({has_log: false})), "phases")).toContain("No log of what happened to tickets");
  });

  test("whatever is missing, no broken number in either language", () => {
    const nulls = Object.fromEntries(
      Object.entries(summary).map(([name, value]) => [name, typeof value === "number" ? value : value])
    );
    const blank = {...nulls} as Record<string, unknown>;
    for (const name of Object.keys(blank)) if (/share|low$|high$|minutes|per_100/.test(name)) blank[name] = null;
    const cases: Partial<ServiceData>[] = [
      {},
      nothing,
      {...nothing, summary: blank as never},
      {...nothing, backlog: []}
    ];
    for (const change of cases) for (const c of [en, zh]) expect(render(change, c)).not.toMatch(broken);
  });

  test("the page keeps its budget of elements, frame of about 200 included", () => {
    expect((render().match(/<[a-z]/g) ?? []).length).toBeLessThan(1_300);
  });
});

test("times are written in minutes, then in hours; past two days in days of 24 hours", () => {
  expect([workTime(95, en), workTime(190, en), workTime(3100, zh)]).toEqual([
    "95 business minutes",
    "3.2 business hours",
    "52\u00a0个工作小时"
  ]);
  expect([shortTime(-50, en), shortTime(190, en), shortTime(4000, en), shortTime(null, en)]).toEqual([
    "50 min",
    "3.2 h",
    "2.8 d",
    "–"
  ]);
  expect([shortWork(119, en), shortWork(540, en), shortWork(3100, en)]).toEqual(["119 min", "9.0 h", "52 h"]);
});

describe("the course of the backlog", () => {
  const days = data.backlog.slice(-3);
  const part = (day: number, value: string, open_tickets: number) => ({
    backlog_on: days[day]!.backlog_on,
    dimension: "age" as const,
    value,
    open_tickets,
    is_as_of: day === 2
  });

  test("a day on which no ticket was open is nought, not left out", () => {
    const backlog = days.map((day, i) => ({...day, open_tickets: [4, 0, 3][i]!}));
    const ages = [part(0, "0-1", 1), part(0, "2-5", 3), part(2, "0-1", 3)];
    const page = render({backlog, ages});
    expect(page).toContain('class="area r4" d="M0,75L50,100L100,25L100,100L50,100L0,100Z"');
    expect(panelOf(page, "backlog")).toContain("Open tickets at the end of each of the last 3 days");
  });

  test("no ticket was open on any day: said", () => {
    const backlog = days.map((day) => ({...day, open_tickets: 0}));
    expect(panelOf(render({backlog, ages: []}), "backlog")).toContain("At the end of none of the last 3 days");
  });
});

test("a log of no replies and no states does not say who waited; tickets of no category have no causes", () => {
  const phases = data.phases.map((row) => (row.phase === "first_reply" ? row : {...row, minutes: 0, share: 0}));
  expect(panelOf(render({phases}), "phases")).toContain("Nothing tells who waited");
  expect(causesOf([cause("unknown", "all", 500), cause("unknown", "unknown", 500)], 10)).toEqual([]);
});

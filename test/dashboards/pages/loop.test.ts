import {describe, expect, test} from "vitest";
import {caseSpec, filterWords, offeredBy, passing} from "../../../dashboards/pages/voice/loop/caseFilter.ts";
import {caseOf} from "../../../dashboards/pages/voice/loop/cases.ts";
import type {LoopData} from "../../../dashboards/pages/voice/loop/body.ts";
import {broken, findingOf, panelOf, words} from "./said.ts";
import {data, en, month, render, summary, unhappy, zh} from "./loopPage.ts";

const of = (change: Partial<typeof summary>) => ({summary: {...summary, ...change}});

describe("the finding", () => {
  test("how many wait, and whether the promise is kept, with its interval", () => {
    expect(findingOf(render())).toBe(
      "85 bad scores and complaints wait for somebody, 61 of them longer than the 14 days promised. In 55% of the cases whose days are over somebody came back in time (95% interval 49–61%, n 290)."
    );
    expect(findingOf(render({}, zh))).toContain("85 个差评与投诉在等待回访");
  });

  test("nobody waits; too few promises are over", () => {
    const none = {open_cases: 0, overdue_cases: 0};
    const all = {...none, never_followed: 0, followed: summary.due_cases};
    expect(findingOf(render(of(all)))).toContain("Somebody came back to every");
    expect(findingOf(render(of({...none, due_cases: 40, followed: 0, within_promise: 0})))).toBe(
      "No bad score or complaint waits for somebody, but nobody came back to 110 of 320: those customers answered again first. In 55% of the cases whose days are over somebody came back in time (95% interval 49–61%, n 40)."
    );
    expect(findingOf(render(of({due_cases: 9})))).toContain("Too few promises are over");
  });
});

test("who does better next time is told of those followed up before and of those who were not", () => {
  expect(words(render())).toContain("Better next time57%of 70 answered again80% followed up, 44% not");
  expect(words(render(of({recovered: 4, repeated: 3})))).toContain("too few answered again");
  expect(words(render(of({settled_cases: 0, settled_followed: 0, followed_share: null})))).toContain(
    "too few older than 90 days"
  );
});

describe("the list", () => {
  test("state, reason, follow-up and next answer in words; the key leads to the customer", () => {
    const said = panelOf(render({cases: [unhappy(1), data.cases.at(-1)!]}), "loop");
    expect(said).toContain(
      "C-00AA11Championsoverduesince 3 Jun 2026detractorNPS 3Delivery20 May 2026nobody yet–£99942%"
    );
    expect(said).toContain("better next timecomplaint–20 May 2026callafter 2 daysCSAT 5");
    expect(render()).toContain('href="../customers.html?key=C-00AA11"');
    expect(render()).toContain('href="../data/voice/perennial-closed-loop-2026-06-24.csv"');
    expect(render({}, zh)).toContain('href="../../data/voice/perennial-closed-loop-2026-06-24.csv"');
  });

  test("filters choose by state, reason, segment, and say so", () => {
    const list = data.cases.map(caseOf);
    const any = {state: "", origin: "", segment: ""};
    expect(passing(list, any)).toHaveLength(22);
    expect(passing(list, {...any, state: "open"}).map(({customer}) => customer)).toEqual(["C-00AA31"]);
    expect(passing(list, {...any, origin: "complaint"})).toHaveLength(1);
    expect(passing(list, {...any, segment: "champions"})).toHaveLength(21);
    expect(filterWords({...any, state: "overdue", segment: "champions"}, en)).toBe("Only overdue, segment Champions");
    expect(caseSpec(offeredBy(list)).state.known).toEqual(["", "overdue", "open", "recovered"]);
  });
});

describe("months", () => {
  test("a month of few cases has no point, nor numbers", () => {
    const said = panelOf(render(), "months");
    expect(said).toContain("Apr 2025–––––––");
    expect(said).toContain("May 2025303070%50%35–65%6.04");
    expect(said).toContain("promise still running for some");
  });

  test("one month alone is not drawn", () => {
    expect(panelOf(render({months: [month("2026-01-01", 40)]}), "months")).toContain("Too few cases to draw");
  });
});

test("what goes with a follow-up is an association, beside the same a year earlier", () => {
  const said = panelOf(render(), "effect");
  expect(said).toContain("Association, not an effect: whom somebody came back to was not left to chance.");
  expect(said).toContain("+0.30+0.10 to +0.50+0.02");
});

describe("states", () => {
  test("nobody is unhappy, or nobody of them is known: each with what to do", () => {
    expect(words(render({summary: undefined}))).toContain("Add an export of kind feedback or tickets");
    expect(words(render(of({cases: 0, unidentified: 40})))).toContain(
      "40 unfavourable answers and complaints carry no key, e-mail or phone"
    );
  });

  test("no contacts are known: nobody can say who was followed up, and which export tells", () => {
    const page = render(of({has_activities: false, within_promise_share: null, followed_share: null}));
    const said = words(page);
    expect(said).toContain("add an export of kind activities or tickets.");
    expect(findingOf(page)).toBe(
      "320 bad scores and complaints in 365 days; nobody can say to whom somebody came back. No contact with any customer is on record."
    );
    expect(said).toContain("no contacts on record");
    expect(said).not.toContain("of the cases whose days are over");
    expect(panelOf(page, "loop")).toContain("No contacts are on record, so states tell of days and answers alone");
    expect(panelOf(page, "months")).toContain("No contacts on record");
    expect(page).not.toContain('class="bad"');
  });

  test("whatever is missing, no broken number in either language", () => {
    const nulls = {
      followed_share: null,
      followed_low: null,
      followed_high: null,
      within_promise_share: null,
      within_promise_low: null,
      within_promise_high: null,
      median_days: null,
      due_cases: 0
    };
    const changes: Partial<LoopData>[] = [
      {},
      of(nulls),
      {cases: []},
      {months: []},
      {effects: []},
      {summary: undefined}
    ];
    for (const change of changes) for (const c of [en, zh]) expect(render(change, c)).not.toMatch(broken);
  });
});

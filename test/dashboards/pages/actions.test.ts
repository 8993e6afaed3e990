import {describe, expect, test} from "vitest";
import {listed} from "../../../dashboards/pages/actions/listed.ts";
import {taskCsv} from "../../../dashboards/pages/actions/taskCsv.ts";
import {filterWords, nobody, offeredBy, passing, taskSpec} from "../../../dashboards/pages/actions/taskFilter.ts";
import {kindName} from "../../../dashboards/pages/actions/words.ts";
import {actions} from "../../../models/actions/kinds.ts";
import {en, kinds, named, render, rows, task, zh} from "./actionsPage.ts";
import {broken, findingOf, panelOf} from "./said.ts";

test("every action of the models has its words in both languages, and no two the same", () => {
  for (const locale of [en, zh]) {
    const words = actions.map((action) => kindName(action, locale));
    expect(new Set(words).size).toBe(actions.length);
  }
  expect(actions.map((action) => kindName(action, zh)).join("")).toMatch(/^[\p{Script=Han}]+$/u);
});

describe("the finding", () => {
  test("how much is to be done, how much is late, what brings most, who is left alone", () => {
    expect(findingOf(render())).toBe(
      "80 things are to be done besides a few birthdays, 24 of them overdue. What may bring most is to answer a complaint: £499. 30 more would be due to customers who did not agree or had enough messages: they are left alone."
    );
    expect(findingOf(render(named))).toContain("84 things are to be done, 24");
    expect(findingOf(render(en, {kinds: kinds.slice(2), rows: []}))).toBe("A few birthdays are near.");
    expect(findingOf(render(zh))).toContain("共有 80 项行动（另有少数生日），其中 24 项已逾期。");
  });

  test("few who are left alone are not counted out; nothing due is said", () => {
    const few = [{...kinds[0]!, customers: 43, refused: 3}];
    expect(findingOf(render(en, {kinds: few}))).not.toContain("left alone");
    expect(findingOf(render(en, {kinds: [], rows: []}))).toBe("Nothing is due.");
    expect(render(en, {kinds: [], rows: []})).toContain("Actions come from ");
  });
});

describe("the list", () => {
  test("one row per customer with all that is to be done, the most urgent first, in words with the numbers", () => {
    const said = panelOf(render(), "list");
    expect(said).toContain(
      "1C-00AA11Champions · Aanswer a complaintoverdue since 20 Jun2 complaints, the first 18 days ago; nobody has come back yetcall to keeptodayno order for 90 days; risk 50% of losing the usual £400£499agreed to e-mail"
    );
    expect(said).toContain(
      "move a dealoverdue since 14 Jundeal of £5,000 in Proposal; expected 10 days ago; nothing happened for 40 days£498no consent to marketing"
    );
    expect(said).toContain("57 points end");
    expect(render()).toContain('href="../customers.html?key=C-00AA11"'.replace("../", "./"));
  });

  test("the line of a day's work stands after as many customers", () => {
    expect(render()).toMatch(/C-00AA12.*Your team can see to 2 customers a day\..*C-00AA13/);
  });

  test("what a product is called cannot be markup", () => {
    expect(render()).not.toContain("<Board>");
    expect(render()).toContain("Oak &lt;Board&gt;");
  });

  test("owners stand there only where they are published", () => {
    expect(panelOf(render(named), "list")).toContain("Owner");
    expect(panelOf(render(named), "list")).toContain("Olga");
    const unnamed = rows.map(({owner: _, ...row}) => row);
    expect(panelOf(render(en, {rows: unnamed}), "list")).not.toContain("Owner");
  });

  test("birthdays are listed only where names may be published, and never with a day", () => {
    expect(listed(rows, en).flatMap(({tasks}) => tasks.map(({kind}) => kind))).not.toContain("birthday");
    const shown = listed(rows, named).flatMap(({tasks}) => tasks.filter(({kind}) => kind === "birthday"));
    expect(shown).toMatchObject([{kind: "birthday", on: null}]);
    expect(panelOf(render(), "calendar")).toContain("birthday000a fewa few");
    expect(panelOf(render(named), "calendar")).toContain("birthday00044");
  });
});

describe("filters", () => {
  const list = listed(rows, named);
  const any = {kind: "", due: "", owner: ""};

  test("choose by action, day and owner; what else is to be done about a customer stays", () => {
    expect(passing(list, any)).toEqual(list);
    const [first] = passing(list, {...any, kind: "complaint"});
    expect(first!.tasks.map(({kind}) => kind)).toEqual(["complaint", "churn_call"]);
    expect(passing(list, {...any, due: "overdue"}).map(({overall}) => overall)).toEqual([1, 2]);
    expect(passing(list, {...any, due: "week"}).map(({overall}) => overall)).toEqual([3]);
    expect(passing(list, {...any, owner: "Olga"}).map(({overall}) => overall)).toEqual([2]);
    expect(passing(list, {...any, owner: nobody}).map(({overall}) => overall)).toEqual([1, 3, 4, 5]);
    // Both of one thing to do: the complaint is overdue, the call is due today.
    expect(passing(list, {...any, kind: "complaint", due: "today"})).toEqual([]);
  });

  test("offer what occurs, and say what they choose", () => {
    expect(taskSpec(offeredBy(list)).owner.known).toEqual(["", "Olga", nobody]);
    expect(
      taskSpec(
        offeredBy(
          listed(
            rows.map(({owner: _, ...row}) => row),
            en
          )
        )
      ).owner.known
    ).toEqual([""]);
    expect(filterWords({kind: "deal", due: "overdue", owner: "Olga"}, en)).toBe(
      "Only move a deal, overdue, owner Olga"
    );
    expect(filterWords(any, en)).toBe("");
  });
});

test("the list to take away has one row for each thing to do, with plain numbers", () => {
  const {columns, rows: taken} = taskCsv(listed(rows, named));
  expect(taken).toHaveLength(6);
  expect(Object.fromEntries(columns.map((name, i) => [name, taken[0]![i]]))).toMatchObject({
    place: 1,
    customer_id: "C-00AA11",
    action: "complaint",
    due_on: "2026-06-20",
    expected_value: 499
  });
});

test("the list says of how many it is the first, and which days are looked at", () => {
  expect(panelOf(render(), "list")).toContain("Customers 1–4 of the first 4 of 8; all are in the CSV.");
  expect(panelOf(render(named), "list")).toContain("Customers 1–5 of the first 5 of 9; all are in the CSV.");
  const said = panelOf(render(), "calendar").replaceAll("\u00a0", " ");
  expect(said).toContain("from 30 days back to 14 days ahead; a cancelled contract until it ends.");
  expect(render()).toContain("baskets.html");
});

test("who is left alone is counted without giving small numbers away", () => {
  const said = panelOf(render(), "calendar");
  expect(said).toContain("offer a refill12208040£4,00030 refused or without an address");
  expect(said).toContain("answer a complaint12208040£4,000nobody");
});

describe("states", () => {
  test("nothing is broken in either language, whatever is unknown", () => {
    const unknown = rows.map((row) => ({
      ...row,
      reason_text: null,
      reason_days: null,
      reason_count: null,
      reason_amount: null,
      reason_share: null,
      segment: null
    }));
    for (const c of [en, zh, named])
      for (const given of [{}, {rows: unknown}, {rows: []}, {rows: actions.map((action, i) => task(i + 1, action))}])
        expect(render(c, given)).not.toMatch(broken);
  });
});

import {actions} from "../../../models/actions/kinds.ts";
import type {Context} from "../../context.ts";
import {reasonWords} from "./reasonWords.ts";
import type {ActionRow, Kind} from "./rows.ts";
import type {Due} from "./words.ts";

/** One thing to do. Days are ISO dates; null of a birthday. */
export interface Task {
  kind: Kind;
  on: string | null;
  due: Due;
  value: number | null;
  /** In the words of the page's language. */
  why: string;
}

/** A customer of the list with all that is to be done. */
export interface Listed {
  /** Place on the owner's list, and on the list of all. */
  place: number;
  overall: number;
  id: string;
  segment: string | null;
  abc: string;
  /** Null also where the operator does not publish it. */
  owner: string | null;
  value: number | null;
  way: string;
  messages: number;
  tasks: Task[];
}

/** Whether birthdays may be shown, even without their day. */
export const showsBirthdays = ({personal}: Pick<Context, "personal">): boolean => personal.includes("customer_name");

/** Customers by the value of what is to be done, each with the most urgent first. */
export function listed(rows: readonly ActionRow[], c: Context): Listed[] {
  const customers = new Map<string, Listed>();
  const shown = rows.filter(({action}) => action !== "birthday" || showsBirthdays(c));
  for (const row of shown.toSorted((a, b) => a.overall_place - b.overall_place)) {
    const one = customers.get(row.customer_id) ?? customerOf(row);
    one.tasks.push({
      kind: row.action,
      on: row.due_on === null ? null : c.f.iso(row.due_on),
      due: dueOf(row, c),
      value: row.expected_value,
      why: reasonWords(row.action, row, c)
    });
    customers.set(row.customer_id, one);
  }
  const all = [...customers.values()];
  for (const {tasks} of all) tasks.sort((a, b) => actions.indexOf(a.kind) - actions.indexOf(b.kind));
  return all;
}

/** How many customers the list would have if it were not cut. */
export const everybodyOf = ([row]: readonly ActionRow[], c: Context): number =>
  (showsBirthdays(c) ? row?.all_customers : row?.all_but_birthdays) ?? 0;

const customerOf = (row: ActionRow): Listed => ({
  place: row.place,
  overall: row.overall_place,
  id: row.customer_id,
  segment: row.segment,
  abc: row.abc_class,
  owner: row.owner ?? null,
  value: row.customer_value,
  way: row.way,
  messages: row.messages,
  tasks: []
});

function dueOf({due_on}: ActionRow, {asOf}: Context): Due {
  if (due_on === null) return "later";
  const days = Math.round((+due_on - +asOf) / 86_400_000);
  return days < 0 ? "overdue" : days === 0 ? "today" : days <= 7 ? "week" : "later";
}

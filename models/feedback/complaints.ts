import type {Expression} from "kysely";
import {coalesce, lower, matches, text} from "../sql.ts";

/** Words by which categories of tickets say that they are complaints. */
const words = "complain|grievance|dispute|投诉|抱怨|客诉|不满|申诉";

/** Whether the category of a ticket says that it is a complaint. */
export const isComplaint = (category: Expression<string | null>) => matches(coalesce(lower(category), text("")), words);

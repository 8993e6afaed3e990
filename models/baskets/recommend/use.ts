import type {Warehouse} from "../../../warehouse/warehouse.ts";
import type {Learnt} from "./learn.ts";
import type {Method, Scope} from "./methods.ts";
import {windowsOf} from "./windows.ts";

/** What recommends now: the method chosen for each scope, and what the regression learnt. */
export interface InUse {
  method: Record<Scope, Method>;
  learnt?: Learnt;
  /** The day after as_of, and the days that a probability looks ahead. */
  now: string;
  horizon: number;
}

/** Where history is too short to compare: one's own rhythm, and what is near to it. */
const untested: InUse["method"] = {all: "rhythm", new: "item_item"};

/** Reads from int_recommendation_test what recommends now. */
export async function methodsInUse(warehouse: Warehouse): Promise<InUse> {
  const {now, horizon} = await windowsOf(warehouse);
  const rows = await warehouse.rows<{scope: Scope; method: Method; is_chosen: boolean; weights: string | null}>(
    "select scope, method, is_chosen, weights from int_recommendation_test where stage = 'test'"
  );
  const chosen = Object.fromEntries(rows.filter((row) => row.is_chosen).map(({scope, method}) => [scope, method]));
  const weights = rows.find((row) => row.weights)?.weights;
  // A regression that could be tried but not learnt anew steps back.
  const method = {...untested, ...chosen};
  if (!weights)
    for (const scope of Object.keys(method) as Scope[])
      if (method[scope] === "learned") method[scope] = untested[scope];
  return {method, ...(weights && {learnt: JSON.parse(weights) as Learnt}), now, horizon};
}

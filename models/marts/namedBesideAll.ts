import type {Expression} from "kysely";
import {unknownGroup} from "../cohortDimensions.ts";
import {coalesce, compare, text, when} from "../sql.ts";

/** The name of a group that stands beside the row all: a group that is itself called all is written (all), one without a name unknown. */
export const namedBesideAll = (name: Expression<string | null>) =>
  when(compare(name, "=", text("all")), text<string>("(all)"), coalesce(name, text<string>(unknownGroup)));

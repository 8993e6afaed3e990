import {touches} from "../../ingest/contracts/touches.ts";
import {model} from "../model.ts";
import {coalesce, text} from "../sql.ts";
import {staged} from "./staged.ts";

/**
 * Whom campaigns had reached or held back by as_of, one row per delivered touch; who is in no control group is treated.
 *
 * Of the touches of a person by a campaign at an instant, those of the latest load count.
 */
export const stgTouches = model({
  name: "stg_touches",
  title: {en: "Touches of campaigns, one row per delivered touch.", zh: "活动触达，每次交付一行。"},
  ...staged(touches, {days: ["touched_at"], filled: {arm: (ref) => coalesce(ref("arm"), text("treated"))}})
});

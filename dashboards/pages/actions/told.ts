import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {showsBirthdays} from "./listed.ts";
import type {KindRow} from "./rows.ts";

type Given = Pick<Context, "personal" | "minCell">;

/** Whether the number listed of a kind is withheld: few birthdays, where names may not be published. */
export const isKindHidden = ({action, listed}: KindRow, c: Given): boolean =>
  action === "birthday" && !showsBirthdays(c) && isWithheld(listed, c.minCell);

import type {Expression} from "kysely";
import {coalesce, lower, matches, no, nullif, text, trim, when} from "../sql.ts";

type Text = Expression<string | null>;

/** A text without spaces around it, null where nothing is left. */
export const written = (x: Text) => nullif(trim(x), text(""));

const says = (x: Text, pattern: string) => coalesce(matches(lower(trim(x)), pattern), no);

/** States of a lead that nobody follows up any more, in the spellings of common CRMs. */
const lostState =
  "(^|[^a-z])(lost|junk|unqualified|not qualified|disqualified|dead|not converted|invalid|rejected|refused|declined|not interested|duplicate|spam)([^a-z]|$)" +
  "|无效|作废|失败|丢失|流失|放弃|不合格|无意向|重复|已关闭";

/** Whether a lead's state says that it was given up. */
export const isLostState = (status: Text) => says(status, lostState);

/** Houses where anybody gets an address. */
const freeHouses =
  "@(gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|mail|proton|protonmail|yandex|zoho|qq|163|126|yeah|sina|sohu|foxmail|139|189|aliyun|t-online|orange|free|libero|btinternet)\\.";

/** Whether an e-mail address is of such a house; false for what is no address. */
export const isFreeMail = (email: Text) => says(email, freeHouses);

const deciders =
  "(^|[^a-z])(ceo|cfo|coo|cto|cmo|chief|president|founder|co-founder|owner|partner|director|head|vp|vice president|managing)([^a-z]|$)" +
  "|总经理|总裁|董事|总监|创始|合伙|老板|负责人|校长|院长";
const managers = "(^|[^a-z])(manager|lead|supervisor|buyer|procurement|purchasing)([^a-z]|$)|经理|主管|主任|采购|部长";

/** What a job title says of who decides: decider, manager, other; null without a title. */
export const jobLevel = (title: Text) =>
  when(
    says(title, deciders),
    text("decider"),
    when(
      says(title, managers),
      text("manager"),
      nullif(when(matches(trim(title), "."), text("other"), text("")), text(""))
    )
  );

/** A size as written, by its first number: 1–9, 10–99, 100–999, 1000+; null where there is none. */
export const sizeClass = (size: Text) => {
  const startsWith = (number: string) => says(size, `^[^0-9]*${number}`);
  return when(
    startsWith("([0-9]{4}|[0-9]{1,3}[,， ][0-9]{3})"),
    text("1000+"),
    when(
      startsWith("[0-9]{3}([^0-9]|$)"),
      text("100–999"),
      when(
        startsWith("[0-9]{2}([^0-9]|$)"),
        text("10–99"),
        nullif(when(startsWith("[0-9]"), text("1–9"), text("")), text(""))
      )
    )
  );
};

/** Whether anything is written. */
export const isGiven = (x: Text) => coalesce(matches(x, "[^ ]"), no);

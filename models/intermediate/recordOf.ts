import type {Expression} from "kysely";
import {join, text} from "../sql.ts";

/** The key under which identity resolution knows a record of customers. */
export const customerRecord = (customerKey: Expression<string | null>) => join(text("customer:"), customerKey);

/** The key under which identity resolution knows a lead. */
export const leadRecord = (leadId: Expression<string | null>) => join(text("lead:"), leadId);

/** The key of a company that a record of a person names, by its name in the form that is compared. */
export const companyRecord = (company: Expression<string | null>) => join(text("company:"), company);

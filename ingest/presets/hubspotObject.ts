import {numbered} from "./crmCells.ts";

/** Where the list of an object is exported. */
export const hubspotMenu = (object: string): string =>
  `CRM → ${object} → Export → CSV, all properties on records and associations`;

/** Headers that no HubSpot export has, but Zoho CRM's modules, whose `Record Id` reads alike. */
export const zohoOwners = ["Contact Owner.id", "Lead Owner.id", "Account Owner.id", "Deal Owner.id"];

/** Keys of companies and of contacts, which HubSpot counts alike; of a list, the first. */
export const companyKey = (column: string): string => numbered(column, "company");
export const contactKey = (column: string): string => numbered(column, "contact");

import {hubspotCompanies, hubspotContacts} from "./hubspotCustomers.ts";
import {hubspotDeals, hubspotDealStages} from "./hubspotDeals.ts";
import type {Preset} from "./preset.ts";

/**
 * HubSpot counts the records of every object on their own, so that contact 51 and company 51 are two customers: keys are written
 * `contact-51` and `company-51`. A deal belongs to its first company, or else to its first contact, which needs the export's columns
 * of associations. Times are written on the account's clock, without offset: the source's `zone` says which.
 */
export const hubspot: Preset[] = [hubspotContacts, hubspotCompanies, hubspotDeals, hubspotDealStages];

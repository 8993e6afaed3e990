import type {Preset} from "./preset.ts";
import {salesforceAccounts, salesforceContacts} from "./salesforceCustomers.ts";
import {salesforceLeads} from "./salesforceLeads.ts";
import {salesforceOpportunities, salesforceOpportunityHistory} from "./salesforceOpportunities.ts";

/**
 * Salesforce's objects under the names of its API, as Data Loader writes them (`StageName`) or as warehouses do (`stage_name`). Ids are
 * unique across objects. Data Loader writes times with their offset; where they come without, the source's `zone` says whose they are.
 */
export const salesforce: Preset[] = [
  salesforceAccounts,
  salesforceContacts,
  salesforceOpportunities,
  salesforceOpportunityHistory,
  salesforceLeads
];

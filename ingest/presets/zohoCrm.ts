import type {Preset} from "./preset.ts";
import {zohoCalls, zohoTasks} from "./zohoActivities.ts";
import {zohoAccounts, zohoContacts} from "./zohoCustomers.ts";
import {zohoDeals, zohoLeads} from "./zohoSales.ts";

/**
 * Zoho CRM's modules. A lookup is a pair of columns, `X.id` and `X`, and times are written on the organization's clock, without offset:
 * the source's `zone` says which. A backup cuts a module into numbered files, so that no file is the whole list.
 */
export const zohoCrm: Preset[] = [zohoAccounts, zohoContacts, zohoDeals, zohoLeads, zohoCalls, zohoTasks];

import {firstOf, joined} from "./cells.ts";
import type {Preset} from "./preset.ts";
import {mergedOrDeleted, nulls, salesforceMenu} from "./salesforceObject.ts";

export const salesforceLeads: Preset = {
  name: "salesforce-leads",
  system: "Salesforce",
  export: salesforceMenu("Lead"),
  evidence: "seen",
  columns: {
    Id: [],
    FirstName: ["first_name"],
    LastName: ["last_name"],
    Name: [],
    Company: [],
    Email: [],
    Phone: [],
    MobilePhone: ["mobile_phone"],
    Title: [],
    Industry: [],
    NumberOfEmployees: ["number_of_employees"],
    Rating: [],
    City: [],
    State: [],
    Country: [],
    Status: [],
    LeadSource: ["lead_source"],
    IsConverted: ["is_converted"],
    ConvertedDate: ["converted_date"],
    ConvertedAccountId: ["converted_account_id"],
    ConvertedContactId: ["converted_contact_id"],
    ConvertedOpportunityId: ["converted_opportunity_id"],
    HasOptedOutOfEmail: ["has_opted_out_of_email"],
    MasterRecordId: ["master_record_id"],
    "Owner.Name": ["owner_name"],
    OwnerId: ["owner_id"],
    CreatedDate: ["created_date"],
    IsDeleted: ["is_deleted"]
  },
  needs: ["Id", "LastName", "Company", "Status"],
  nulls,
  parts: {
    leads: {
      kind: "leads",
      map: {
        lead_id: "Id",
        email: "Email",
        company: "Company",
        country: "Country",
        region: "State",
        city: "City",
        industry: "Industry",
        job_title: "Title",
        employees: "NumberOfEmployees",
        rating: "Rating",
        lead_status: "Status",
        lead_source: "LeadSource",
        created_at: "CreatedDate",
        converted_at: "ConvertedDate",
        is_converted: "IsConverted",
        opportunity_id: "ConvertedOpportunityId"
      },
      derive: {
        phone: firstOf("Phone", "MobilePhone"),
        customer_name: `coalesce("Name", ${joined("FirstName", "LastName")})`,
        owner: firstOf("Owner.Name", "OwnerId"),
        customer_key: firstOf("ConvertedAccountId", "ConvertedContactId")
      },
      set_aside: mergedOrDeleted
    }
  }
};

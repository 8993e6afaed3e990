import {firstOf, joined} from "./cells.ts";
import {unlessTicked} from "./crmCells.ts";
import type {Preset} from "./preset.ts";
import {mergedOrDeleted, nulls, salesforceMenu} from "./salesforceObject.ts";

export const salesforceAccounts: Preset = {
  name: "salesforce-accounts",
  system: "Salesforce",
  export: salesforceMenu("Account"),
  evidence: "seen",
  columns: {
    Id: [],
    Name: [],
    Type: [],
    Industry: [],
    Phone: [],
    PersonEmail: ["person_email"],
    Website: [],
    AccountNumber: ["account_number"],
    AccountSource: ["account_source"],
    BillingCity: ["billing_city"],
    BillingCountry: ["billing_country"],
    ParentId: ["parent_id"],
    MasterRecordId: ["master_record_id"],
    "Owner.Name": ["owner_name"],
    OwnerId: ["owner_id"],
    CreatedDate: ["created_date"],
    IsDeleted: ["is_deleted"]
  },
  needs: ["Id", "Name", "BillingCountry"],
  lacks: ["AccountId", "account_id", "StageName", "stage_name", "Financial Status"],
  nulls,
  mode: "snapshot",
  parts: {
    accounts: {
      kind: "customers",
      map: {
        customer_key: "Id",
        email: "PersonEmail",
        phone: "Phone",
        customer_name: "Name",
        country: "BillingCountry",
        city: "BillingCity",
        acquisition_channel: "AccountSource",
        registered_at: "CreatedDate"
      },
      derive: {owner: firstOf("Owner.Name", "OwnerId")},
      set_aside: mergedOrDeleted
    }
  }
};

export const salesforceContacts: Preset = {
  name: "salesforce-contacts",
  system: "Salesforce",
  export: salesforceMenu("Contact"),
  evidence: "seen",
  columns: {
    Id: [],
    AccountId: ["account_id"],
    FirstName: ["first_name"],
    LastName: ["last_name"],
    Name: [],
    Email: [],
    Phone: [],
    MobilePhone: ["mobile_phone"],
    MailingCity: ["mailing_city"],
    MailingCountry: ["mailing_country"],
    Title: [],
    LeadSource: ["lead_source"],
    HasOptedOutOfEmail: ["has_opted_out_of_email"],
    ReportsToId: ["reports_to_id"],
    MasterRecordId: ["master_record_id"],
    "Owner.Name": ["owner_name"],
    OwnerId: ["owner_id"],
    CreatedDate: ["created_date"],
    IsDeleted: ["is_deleted"]
  },
  needs: ["Id", "AccountId", "LastName"],
  lacks: ["StageName", "stage_name", "Company"],
  nulls,
  mode: "snapshot",
  parts: {
    contacts: {
      kind: "customers",
      map: {
        customer_key: "Id",
        email: "Email",
        country: "MailingCountry",
        city: "MailingCity",
        acquisition_channel: "LeadSource",
        registered_at: "CreatedDate"
      },
      derive: {
        phone: firstOf("Phone", "MobilePhone"),
        customer_name: `coalesce("Name", ${joined("FirstName", "LastName")})`,
        owner: firstOf("Owner.Name", "OwnerId"),
        accepts_marketing: unlessTicked("HasOptedOutOfEmail")
      },
      set_aside: mergedOrDeleted
    }
  }
};

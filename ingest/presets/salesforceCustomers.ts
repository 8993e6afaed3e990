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
    FirstName: ["first_name"],
    LastName: ["last_name"],
    Type: [],
    Industry: [],
    Phone: [],
    PersonEmail: ["person_email"],
    PersonBirthdate: ["person_birthdate"],
    Website: [],
    AccountNumber: ["account_number"],
    AccountSource: ["account_source"],
    BillingStreet: ["billing_street"],
    BillingCity: ["billing_city"],
    BillingState: ["billing_state"],
    BillingPostalCode: ["billing_postal_code"],
    BillingCountry: ["billing_country"],
    ParentId: ["parent_id"],
    MasterRecordId: ["master_record_id"],
    "Owner.Name": ["owner_name"],
    OwnerId: ["owner_id"],
    CreatedDate: ["created_date"],
    LastModifiedDate: ["last_modified_date"],
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
        given_name: "FirstName",
        family_name: "LastName",
        birth_date: "PersonBirthdate",
        street: "BillingStreet",
        postal_code: "BillingPostalCode",
        city: "BillingCity",
        region: "BillingState",
        country: "BillingCountry",
        acquisition_channel: "AccountSource",
        registered_at: "CreatedDate",
        updated_at: "LastModifiedDate"
      },
      derive: {
        // Only the account of a person has a last name or an e-mail address.
        company: `case when coalesce("LastName", "PersonEmail") is null then "Name" end`,
        owner: firstOf("Owner.Name", "OwnerId")
      },
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
    "Account.Name": ["account_name"],
    Birthdate: [],
    MailingStreet: ["mailing_street"],
    MailingCity: ["mailing_city"],
    MailingState: ["mailing_state"],
    MailingPostalCode: ["mailing_postal_code"],
    MailingCountry: ["mailing_country"],
    Title: [],
    LeadSource: ["lead_source"],
    HasOptedOutOfEmail: ["has_opted_out_of_email"],
    ReportsToId: ["reports_to_id"],
    MasterRecordId: ["master_record_id"],
    "Owner.Name": ["owner_name"],
    OwnerId: ["owner_id"],
    CreatedDate: ["created_date"],
    LastModifiedDate: ["last_modified_date"],
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
        given_name: "FirstName",
        family_name: "LastName",
        company: "Account.Name",
        birth_date: "Birthdate",
        street: "MailingStreet",
        postal_code: "MailingPostalCode",
        city: "MailingCity",
        region: "MailingState",
        country: "MailingCountry",
        acquisition_channel: "LeadSource",
        registered_at: "CreatedDate",
        updated_at: "LastModifiedDate"
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

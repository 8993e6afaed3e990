import {firstOf, joined} from "./cells.ts";
import {unlessTicked} from "./crmCells.ts";
import type {Preset} from "./preset.ts";
import {zohoKey, zohoMenu} from "./zohoModule.ts";

export const zohoAccounts: Preset = {
  name: "zoho-accounts",
  system: "Zoho CRM",
  export: zohoMenu("Accounts"),
  evidence: "seen",
  columns: {
    "Record Id": [],
    "Account Owner.id": [],
    "Account Owner": [],
    "Account Name": [],
    "Account Type": [],
    Website: [],
    Industry: [],
    Phone: [],
    Description: [],
    "Billing Address - Street Address": ["Billing Street"],
    "Billing Address - City": ["Billing City"],
    "Billing Address - State / Province": ["Billing State"],
    "Billing Address - Zip / Postal Code": ["Billing Code"],
    "Billing Address - Country / Region": ["Billing Country"],
    "Created Time": [],
    "Modified Time": [],
    "Last Activity Time": []
  },
  needs: ["Record Id", "Account Owner.id", "Account Name"],
  parts: {
    accounts: {
      kind: "customers",
      map: {
        phone: "Phone",
        customer_name: "Account Name",
        company: "Account Name",
        street: "Billing Address - Street Address",
        postal_code: "Billing Address - Zip / Postal Code",
        city: "Billing Address - City",
        region: "Billing Address - State / Province",
        country: "Billing Address - Country / Region",
        owner: "Account Owner",
        registered_at: "Created Time",
        updated_at: "Modified Time"
      },
      derive: {customer_key: zohoKey("Record Id")}
    }
  }
};

export const zohoContacts: Preset = {
  name: "zoho-contacts",
  system: "Zoho CRM",
  export: zohoMenu("Contacts"),
  evidence: "seen",
  columns: {
    "Record Id": [],
    "Contact Owner.id": [],
    "Contact Owner": [],
    "Lead Source": [],
    "First Name": [],
    "Last Name": [],
    "Contact Name": ["Full Name"],
    "Account Name.id": [],
    "Account Name": [],
    Email: [],
    Phone: [],
    Mobile: [],
    Title: [],
    "Date of Birth": [],
    "Mailing Address - Street Address": ["Mailing Street"],
    "Mailing Address - City": ["Mailing City"],
    "Mailing Address - State / Province": ["Mailing State"],
    "Mailing Address - Zip / Postal Code": ["Mailing Zip"],
    "Mailing Address - Country / Region": ["Mailing Country"],
    "Email Opt Out": [],
    "Created Time": [],
    "Modified Time": [],
    "Last Activity Time": []
  },
  needs: ["Record Id", "Contact Owner.id"],
  parts: {
    contacts: {
      kind: "customers",
      map: {
        email: "Email",
        given_name: "First Name",
        family_name: "Last Name",
        company: "Account Name",
        birth_date: "Date of Birth",
        street: "Mailing Address - Street Address",
        postal_code: "Mailing Address - Zip / Postal Code",
        city: "Mailing Address - City",
        region: "Mailing Address - State / Province",
        country: "Mailing Address - Country / Region",
        acquisition_channel: "Lead Source",
        owner: "Contact Owner",
        registered_at: "Created Time",
        updated_at: "Modified Time"
      },
      derive: {
        customer_key: zohoKey("Record Id"),
        phone: firstOf("Phone", "Mobile"),
        customer_name: `coalesce("Contact Name", ${joined("First Name", "Last Name")})`,
        accepts_marketing: unlessTicked("Email Opt Out")
      }
    }
  }
};

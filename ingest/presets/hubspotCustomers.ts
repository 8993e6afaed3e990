import {firstOf, joined} from "./cells.ts";
import {unlessTicked} from "./crmCells.ts";
import {companyKey, contactKey, hubspotMenu, zohoOwners} from "./hubspotObject.ts";
import type {Preset} from "./preset.ts";

export const hubspotContacts: Preset = {
  name: "hubspot-contacts",
  system: "HubSpot",
  export: hubspotMenu("Contacts"),
  evidence: "seen",
  columns: {
    "Record ID": ["Record ID - Contact"],
    "First Name": [],
    "Last Name": [],
    Email: [],
    "Phone Number": ["Phone"],
    "Mobile Phone Number": [],
    "Job Title": [],
    "Company Name": [],
    "Associated Company": [],
    "Associated Company IDs": [],
    "Contact owner": [],
    "Lifecycle Stage": [],
    "Lead Status": [],
    "Marketing contact status": [],
    "Unsubscribed from all email": ["Opted out of all email"],
    "Original Source": ["Original Traffic Source", "Original Source Type"],
    "Street Address": [],
    City: [],
    "State/Region": ["State"],
    "Postal Code": [],
    "Country/Region": ["Country"],
    "Date of birth": [],
    "Create Date": ["Created Date"],
    "Last Modified Date": [],
    "Last Activity Date": []
  },
  needs: ["Record ID", "Email"],
  lacks: ["Deal Name", "Deal Stage", "Ticket name", "Profile", ...zohoOwners],
  mode: "snapshot",
  parts: {
    contacts: {
      kind: "customers",
      map: {
        email: "Email",
        given_name: "First Name",
        family_name: "Last Name",
        birth_date: "Date of birth",
        street: "Street Address",
        postal_code: "Postal Code",
        city: "City",
        region: "State/Region",
        country: "Country/Region",
        acquisition_channel: "Original Source",
        owner: "Contact owner",
        registered_at: "Create Date",
        updated_at: "Last Modified Date"
      },
      derive: {
        customer_key: contactKey("Record ID"),
        phone: firstOf("Phone Number", "Mobile Phone Number"),
        customer_name: joined("First Name", "Last Name"),
        company: firstOf("Company Name", "Associated Company"),
        accepts_marketing: unlessTicked("Unsubscribed from all email")
      }
    }
  }
};

export const hubspotCompanies: Preset = {
  name: "hubspot-companies",
  system: "HubSpot",
  export: hubspotMenu("Companies"),
  evidence: "seen",
  columns: {
    "Record ID": ["Record ID - Company"],
    "Company name": ["Name"],
    "Company Domain Name": ["Domain"],
    "Company owner": [],
    Industry: [],
    "Phone Number": ["Phone"],
    "Street Address": [],
    City: [],
    "State/Region": ["State"],
    "Postal Code": [],
    "Country/Region": ["Country"],
    "Original Source": ["Original Traffic Source", "Original Source Type"],
    "Lifecycle Stage": [],
    "Create Date": ["Created Date"],
    "Last Modified Date": [],
    "Last Activity Date": []
  },
  needs: ["Record ID", "Company name"],
  lacks: ["Email", "First Name", "Last Name", "Contact owner", "Deal Name", "Ticket name", ...zohoOwners],
  mode: "snapshot",
  parts: {
    companies: {
      kind: "customers",
      map: {
        phone: "Phone Number",
        customer_name: "Company name",
        company: "Company name",
        street: "Street Address",
        postal_code: "Postal Code",
        city: "City",
        region: "State/Region",
        country: "Country/Region",
        acquisition_channel: "Original Source",
        owner: "Company owner",
        registered_at: "Create Date",
        updated_at: "Last Modified Date"
      },
      derive: {customer_key: companyKey("Record ID")}
    }
  }
};

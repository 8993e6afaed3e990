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
    City: [],
    "Country/Region": ["Country"],
    "Create Date": ["Created Date"],
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
        country: "Country/Region",
        city: "City",
        acquisition_channel: "Original Source",
        owner: "Contact owner",
        registered_at: "Create Date"
      },
      derive: {
        customer_key: contactKey("Record ID"),
        phone: firstOf("Phone Number", "Mobile Phone Number"),
        customer_name: joined("First Name", "Last Name"),
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
    City: [],
    "Country/Region": ["Country"],
    "Original Source": ["Original Traffic Source", "Original Source Type"],
    "Lifecycle Stage": [],
    "Create Date": ["Created Date"],
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
        country: "Country/Region",
        city: "City",
        acquisition_channel: "Original Source",
        owner: "Company owner",
        registered_at: "Create Date"
      },
      derive: {customer_key: companyKey("Record ID")}
    }
  }
};

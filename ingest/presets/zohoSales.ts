import {firstOf, joined} from "./cells.ts";
import {closedStages} from "./crmCells.ts";
import type {Preset} from "./preset.ts";
import {zohoKey, zohoMenu} from "./zohoModule.ts";

export const zohoDeals: Preset = {
  name: "zoho-deals",
  system: "Zoho CRM",
  export: zohoMenu("Deals"),
  evidence: "seen",
  columns: {
    "Record Id": [],
    "Deal Owner.id": [],
    "Deal Owner": [],
    Amount: [],
    "Deal Name": [],
    "Closing Date": [],
    "Account Name.id": [],
    "Account Name": [],
    "Contact Name.id": [],
    "Contact Name": [],
    Stage: [],
    Pipeline: [],
    Type: [],
    "Probability (%)": ["Probability"],
    "Lead Source": [],
    Currency: [],
    "Reason For Loss": ["Reason For Loss - Deal"],
    Description: [],
    "Created Time": [],
    "Modified Time": [],
    "Last Activity Time": []
  },
  needs: ["Record Id", "Deal Owner.id", "Stage"],
  parts: {
    deals: {
      kind: "opportunities",
      map: {
        opportunity_name: "Deal Name",
        opportunity_type: "Type",
        pipeline: "Pipeline",
        stage: "Stage",
        amount: "Amount",
        currency: "Currency",
        win_percent: "Probability (%)",
        owner: "Deal Owner",
        created_at: "Created Time",
        closed_at: "Closing Date",
        expected_close_on: "Closing Date",
        loss_reason: "Reason For Loss",
        lead_source: "Lead Source"
      },
      derive: {
        opportunity_id: zohoKey("Record Id"),
        customer_key: `coalesce(${zohoKey("Account Name.id")}, ${zohoKey("Contact Name.id")})`,
        ...closedStages("Stage")
      }
    }
  }
};

export const zohoLeads: Preset = {
  name: "zoho-leads",
  system: "Zoho CRM",
  export: zohoMenu("Leads"),
  evidence: "seen",
  columns: {
    "Record Id": [],
    "Lead Owner.id": [],
    "Lead Owner": [],
    "Lead Name": ["Full Name"],
    "First Name": [],
    "Last Name": [],
    Company: [],
    Title: ["Designation"],
    Industry: [],
    "No. of Employees": [],
    Rating: [],
    Email: [],
    Phone: [],
    Mobile: [],
    "Lead Status": [],
    "Lead Source": [],
    "Is Converted": [],
    "Converted Date Time": ["Converted Time"],
    "Converted Account.id": [],
    "Converted Account": [],
    "Converted Contact.id": [],
    "Converted Contact": [],
    "Converted Deal.id": [],
    "Converted Deal": [],
    "Address - City": ["City"],
    "Address - State / Province": ["State"],
    "Address - Country / Region": ["Country"],
    Description: [],
    "Created Time": [],
    "Modified Time": []
  },
  needs: ["Record Id", "Lead Owner.id"],
  parts: {
    leads: {
      kind: "leads",
      map: {
        email: "Email",
        company: "Company",
        country: "Address - Country / Region",
        region: "Address - State / Province",
        city: "Address - City",
        industry: "Industry",
        job_title: "Title",
        employees: "No. of Employees",
        rating: "Rating",
        lead_status: "Lead Status",
        lead_source: "Lead Source",
        owner: "Lead Owner",
        created_at: "Created Time",
        converted_at: "Converted Date Time",
        is_converted: "Is Converted"
      },
      derive: {
        lead_id: zohoKey("Record Id"),
        phone: firstOf("Phone", "Mobile"),
        customer_name: `coalesce("Lead Name", ${joined("First Name", "Last Name")})`,
        customer_key: `coalesce(${zohoKey("Converted Account.id")}, ${zohoKey("Converted Contact.id")})`,
        opportunity_id: zohoKey("Converted Deal.id")
      }
    }
  }
};

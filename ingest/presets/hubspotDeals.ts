import {closedStages} from "./crmCells.ts";
import {companyKey, contactKey, hubspotMenu, zohoOwners} from "./hubspotObject.ts";
import type {Preset} from "./preset.ts";

const flags = closedStages("Deal Stage");

export const hubspotDeals: Preset = {
  name: "hubspot-deals",
  system: "HubSpot",
  export: hubspotMenu("Deals"),
  evidence: "seen",
  columns: {
    "Record ID": ["Record ID - Deal"],
    "Deal Name": [],
    "Deal Stage": [],
    Pipeline: ["Deal Pipeline"],
    "Deal Type": [],
    Amount: [],
    "Amount in company currency": [],
    Currency: [],
    "Deal owner": [],
    "HubSpot Team": [],
    "Close Date": [],
    "Create Date": ["Created Date"],
    "Last Activity Date": [],
    "Is Closed Won": [],
    "Is Closed Lost": [],
    "Closed Lost Reason": [],
    "Original Source": ["Original Traffic Source", "Original Source Type"],
    "Associated Company": ["Associated Company (Primary)"],
    "Associated Company IDs (Primary)": ["Primary Associated Company ID"],
    "Associated Company IDs": ["Associated Company ID"],
    "Associated Contact": [],
    "Associated Contact IDs": ["Associated Contact ID"]
  },
  needs: ["Record ID", "Deal Name", "Deal Stage"],
  lacks: ["Date entered stage", ...zohoOwners],
  parts: {
    deals: {
      kind: "opportunities",
      map: {
        opportunity_id: "Record ID",
        opportunity_name: "Deal Name",
        opportunity_type: "Deal Type",
        pipeline: "Pipeline",
        stage: "Deal Stage",
        amount: ["Amount in company currency", "Amount"],
        owner: "Deal owner",
        team: "HubSpot Team",
        created_at: "Create Date",
        closed_at: "Close Date",
        expected_close_on: "Close Date",
        loss_reason: "Closed Lost Reason",
        lead_source: "Original Source"
      },
      derive: {
        customer_key: `coalesce(${companyKey("Associated Company IDs (Primary)")}, ${companyKey("Associated Company IDs")}, ${contactKey("Associated Contact IDs")})`,
        currency: `case when "Amount in company currency" is null then "Currency" end`,
        is_won: `coalesce("Is Closed Won", ${flags.is_won})`,
        is_lost: `coalesce("Is Closed Lost", ${flags.is_lost})`
      }
    }
  }
};

export const hubspotDealStages: Preset = {
  name: "hubspot-deal-stages",
  system: "HubSpot",
  export: "Reports → Custom report on deals and their stages → Export",
  evidence: "seen",
  columns: {
    "Record ID": ["Record ID - Deal"],
    "Deal Name": [],
    "Deal Stage": [],
    "Date entered stage": [],
    "Date left stage": ["Date exited stage"],
    "Original Source": ["Original Traffic Source", "Original Source Type"],
    Amount: [],
    "Deal owner": []
  },
  needs: ["Record ID", "Deal Stage", "Date entered stage"],
  parts: {
    stages: {
      kind: "opportunity_stages",
      map: {
        opportunity_id: "Record ID",
        stage: "Deal Stage",
        entered_at: "Date entered stage",
        left_at: "Date left stage",
        owner: "Deal owner",
        amount: "Amount"
      }
    }
  }
};

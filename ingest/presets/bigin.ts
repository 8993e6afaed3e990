import {closedStages} from "./crmCells.ts";
import type {Preset} from "./preset.ts";
import {zohoKey} from "./zohoModule.ts";

/** Stages belong to a sub-pipeline; times are written on the organization's clock, without offset. */
const biginPipelines: Preset = {
  name: "bigin-pipelines",
  system: "Bigin by Zoho CRM",
  export: "Settings → Data Administration → Export → Pipelines",
  evidence: "seen",
  columns: {
    "Deal Id": ["Record Id"],
    "Deal Owner.id": [],
    "Deal Owner": [],
    "Deal Name": [],
    "Company Name.id": [],
    "Company Name": [],
    "Contact Name.id": [],
    "Contact Name": [],
    "Sub-Pipeline": [],
    Amount: [],
    Stage: [],
    "Closing Date": [],
    Description: [],
    "Created By.id": [],
    "Created By": [],
    "Modified By.id": [],
    "Modified By": [],
    "Created Time": [],
    "Modified Time": [],
    "Last Activity Time": [],
    "Pipeline.id": [],
    Pipeline: []
  },
  needs: ["Deal Id", "Sub-Pipeline", "Stage"],
  parts: {
    deals: {
      kind: "opportunities",
      map: {
        opportunity_name: "Deal Name",
        pipeline: "Sub-Pipeline",
        stage: "Stage",
        amount: "Amount",
        owner: "Deal Owner",
        created_at: "Created Time",
        closed_at: "Closing Date",
        expected_close_on: "Closing Date"
      },
      derive: {
        opportunity_id: zohoKey("Deal Id"),
        customer_key: `coalesce(${zohoKey("Company Name.id")}, ${zohoKey("Contact Name.id")})`,
        ...closedStages("Stage")
      }
    }
  }
};

export const bigin: Preset[] = [biginPipelines];

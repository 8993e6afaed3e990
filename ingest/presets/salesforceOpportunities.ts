import {firstOf} from "./cells.ts";
import {closedStages, ticked} from "./crmCells.ts";
import type {Preset} from "./preset.ts";
import {deleted, nulls, salesforceMenu} from "./salesforceObject.ts";

const flags = closedStages("StageName");

export const salesforceOpportunities: Preset = {
  name: "salesforce-opportunities",
  system: "Salesforce",
  export: salesforceMenu("Opportunity"),
  evidence: "seen",
  columns: {
    Id: [],
    AccountId: ["account_id"],
    ContactId: ["contact_id"],
    Name: [],
    Type: [],
    StageName: ["stage_name"],
    Amount: [],
    CurrencyIsoCode: ["currency_iso_code"],
    Probability: [],
    CloseDate: ["close_date"],
    LeadSource: ["lead_source"],
    IsClosed: ["is_closed"],
    IsWon: ["is_won"],
    "RecordType.Name": ["record_type_name"],
    ForecastCategoryName: ["forecast_category_name"],
    "Owner.Name": ["owner_name"],
    OwnerId: ["owner_id"],
    CreatedDate: ["created_date"],
    IsDeleted: ["is_deleted"]
  },
  needs: ["Id", "StageName", "CloseDate"],
  lacks: ["OpportunityId", "opportunity_id"],
  nulls,
  parts: {
    opportunities: {
      kind: "opportunities",
      map: {
        opportunity_id: "Id",
        opportunity_name: "Name",
        opportunity_type: "Type",
        pipeline: "RecordType.Name",
        stage: "StageName",
        amount: "Amount",
        currency: "CurrencyIsoCode",
        win_percent: "Probability",
        created_at: "CreatedDate",
        closed_at: "CloseDate",
        expected_close_on: "CloseDate",
        lead_source: "LeadSource"
      },
      derive: {
        customer_key: firstOf("AccountId", "ContactId"),
        owner: firstOf("Owner.Name", "OwnerId"),
        is_won: `coalesce("IsWon", ${flags.is_won})`,
        is_lost: `case when "IsClosed" is null or "IsWon" is null then ${flags.is_lost} else cast(${ticked("IsClosed")} and not ${ticked("IsWon")} as varchar) end`
      },
      set_aside: deleted
    }
  }
};

export const salesforceOpportunityHistory: Preset = {
  name: "salesforce-opportunity-history",
  system: "Salesforce",
  export: salesforceMenu("OpportunityHistory"),
  evidence: "documented",
  columns: {
    Id: [],
    OpportunityId: ["opportunity_id"],
    StageName: ["stage_name"],
    Amount: [],
    ExpectedRevenue: ["expected_revenue"],
    CloseDate: ["close_date"],
    Probability: [],
    ForecastCategory: ["forecast_category"],
    CurrencyIsoCode: ["currency_iso_code"],
    CreatedById: ["created_by_id"],
    CreatedDate: ["created_date"],
    IsDeleted: ["is_deleted"]
  },
  needs: ["OpportunityId", "StageName", "CreatedDate"],
  nulls,
  parts: {
    stages: {
      kind: "opportunity_stages",
      map: {
        opportunity_id: "OpportunityId",
        stage: "StageName",
        entered_at: "CreatedDate",
        amount: "Amount",
        currency: "CurrencyIsoCode"
      },
      set_aside: {
        ...deleted,
        "change of something else than the stage": `lag("StageName") over (partition by "OpportunityId" order by "CreatedDate", row) = "StageName"`
      }
    }
  }
};

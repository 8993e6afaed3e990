import {identifier} from "../codecs/codec.ts";
import {firstOf} from "./cells.ts";
import type {Preset} from "./preset.ts";
import {zohoKey, zohoMenu} from "./zohoModule.ts";

/** The record that an activity is about, where it is one of these modules; a deal where the export does not name the module. */
const related = (modules: string, orUnknown = false) =>
  `case when ${orUnknown ? `"Related To.module" is null or ` : ""}"Related To.module" in (${modules}) then ${zohoKey("Related To.id")} end`;

const about = {
  customer_key: `coalesce(${zohoKey("Contact Name.id")}, ${related("'Accounts'")})`,
  opportunity_id: related("'Deals', 'Potentials'", true),
  lead_id: related("'Leads'")
};

const ahead = `lower("Call Status") in ('scheduled', 'overdue', 'cancelled', 'canceled')`;
const start = identifier("Call Start Time");

export const zohoCalls: Preset = {
  name: "zoho-calls",
  system: "Zoho CRM",
  export: zohoMenu("Calls"),
  evidence: "seen",
  columns: {
    "Record Id": [],
    Subject: [],
    "Call Type": [],
    "Call Purpose": [],
    "Related To.module": [],
    "Related To.id": [],
    "Related To": [],
    "Contact Name.id": [],
    "Contact Name": [],
    "Call Start Time": [],
    "Call Duration": [],
    "Call Status": [],
    "Call Agenda": [],
    "Call Result": [],
    "Call Owner.id": [],
    "Call Owner": [],
    "Created Time": [],
    "Modified Time": []
  },
  needs: ["Record Id", "Call Owner.id", "Call Start Time"],
  parts: {
    calls: {
      kind: "activities",
      map: {owner: "Call Owner", activity_status: "Call Status", outcome: "Call Result"},
      fixed: {activity_type: "call"},
      derive: {
        activity_id: zohoKey("Record Id"),
        ...about,
        happened_at: `case when not coalesce(${ahead}, false) then ${start} end`,
        due_at: `case when ${ahead} then ${start} end`,
        subject: firstOf("Subject", "Call Agenda")
      }
    }
  }
};

export const zohoTasks: Preset = {
  name: "zoho-tasks",
  system: "Zoho CRM",
  export: zohoMenu("Tasks"),
  evidence: "seen",
  columns: {
    "Record Id": [],
    Subject: [],
    "Related To.module": [],
    "Related To.id": [],
    "Related To": [],
    "Contact Name.id": [],
    "Contact Name": [],
    Status: [],
    Priority: [],
    "Due Date": [],
    "Closed Time": [],
    "Task Owner.id": [],
    "Task Owner": [],
    Description: [],
    "Created Time": [],
    "Modified Time": []
  },
  needs: ["Record Id", "Task Owner.id"],
  parts: {
    tasks: {
      kind: "activities",
      map: {
        happened_at: "Closed Time",
        due_at: "Due Date",
        completed_at: "Closed Time",
        owner: "Task Owner",
        activity_status: "Status",
        subject: "Subject"
      },
      fixed: {activity_type: "task"},
      derive: {activity_id: zohoKey("Record Id"), ...about}
    }
  }
};

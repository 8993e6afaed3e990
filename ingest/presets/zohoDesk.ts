import {firstOf, joined} from "./cells.ts";
import {preset, type Preset} from "./preset.ts";

const backup = "Setup > Data Administration > Export or Data Backup, one <Module>_NN.csv per module";

/** The tickets of a backup, one row each; times are in UTC. */
const tickets = preset({
  name: "zoho-desk-tickets",
  system: "Zoho Desk",
  export: backup,
  evidence: "documented",
  columns: {
    TicketExtId: [],
    ContactExtId: [],
    AccountExtId: [],
    AgentExtId: [],
    Subject: [],
    Description: [],
    Status: [],
    Priority: [],
    Channel: [],
    Category: ["Classification"],
    Email: [],
    Phone: [],
    "Due Date": [],
    "Created Time": [],
    "Modified Time": [],
    "Closed Time": []
  },
  needs: ["TicketExtId", "Created Time", "Status"],
  zone: "UTC",
  parts: {
    tickets: {
      kind: "tickets",
      map: {
        ticket_id: "TicketExtId",
        customer_key: "ContactExtId",
        email: "Email",
        phone: "Phone",
        opened_at: "Created Time",
        solved_at: "Closed Time",
        ticket_status: "Status",
        priority: "Priority",
        ticket_channel: "Channel",
        category: "Category",
        subject: "Subject",
        description: "Description",
        agent: "AgentExtId"
      }
    }
  }
});

/**
 * The contacts of a backup, one row each; times are in UTC. A backup cuts a module into numbered files, so that no file is the whole
 * list.
 */
const contacts = preset({
  name: "zoho-desk-contacts",
  system: "Zoho Desk",
  export: backup,
  evidence: "documented",
  columns: {
    ContactExtId: [],
    "First Name": [],
    "Last Name": [],
    AccountExtId: [],
    Email: [],
    Phone: [],
    Mobile: [],
    Type: [],
    Street: [],
    City: [],
    State: [],
    Country: [],
    Zip: [],
    Description: [],
    "Created Time": [],
    "Modified Time": []
  },
  needs: ["ContactExtId", "Last Name", "Email"],
  lacks: ["TicketExtId"],
  zone: "UTC",
  parts: {
    customers: {
      kind: "customers",
      map: {
        customer_key: "ContactExtId",
        email: "Email",
        given_name: "First Name",
        family_name: "Last Name",
        street: "Street",
        postal_code: "Zip",
        city: "City",
        region: "State",
        country: "Country",
        registered_at: "Created Time",
        updated_at: "Modified Time"
      },
      derive: {
        customer_name: joined("First Name", "Last Name"),
        phone: firstOf("Mobile", "Phone")
      }
    }
  }
});

export const zohoDesk: Preset[] = [tickets, contacts];

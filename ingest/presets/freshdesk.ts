import {firstOf} from "./cells.ts";
import {minutesOf} from "./texts.ts";
import {preset, type Preset} from "./preset.ts";

/**
 * Minutes to the first answer where its time is not exported. The durations of these exports are counted in business hours, so that
 * the times, where there are any, go first.
 */
const replyMinutes = (repliedAt: string, duration: string) =>
  `case when ${repliedAt} is null then ${minutesOf(duration)} end`;

/** A list of tickets, one row each. Times are on the clock of whoever exported them and have no offset. */
const freshdeskTickets = preset({
  name: "freshdesk-tickets",
  system: "Freshdesk",
  export: "Tickets > Export > CSV",
  evidence: "documented",
  columns: {
    "Ticket ID": [],
    Subject: [],
    Description: [],
    Status: [],
    Priority: [],
    Source: [],
    Type: [],
    Agent: [],
    Group: [],
    "Created time": [],
    "Due by Time": [],
    "Resolved time": [],
    "Closed time": [],
    "Last update time": ["Last updated time"],
    "Initial response time": [],
    "Time tracked": [],
    "First response time (in hrs)": [],
    "Resolution time (in hrs)": [],
    "Agent interactions": [],
    "Customer interactions": [],
    "Resolution status": [],
    "First response status": [],
    Tags: [],
    "Survey results": ["Survey result"],
    "Association type": [],
    Product: [],
    "Full name": [],
    Title: [],
    Email: [],
    "Work phone": [],
    "Mobile phone": [],
    "Company Name": [],
    "Contact ID": []
  },
  needs: ["Ticket ID", "Status", "Created time", "Due by Time"],
  lacks: ["Urgency", "Impact", "Requester Name"],
  parts: {
    tickets: {
      kind: "tickets",
      map: {
        ticket_id: "Ticket ID",
        customer_key: "Contact ID",
        email: "Email",
        opened_at: "Created time",
        first_replied_at: "Initial response time",
        solved_at: ["Resolved time", "Closed time"],
        ticket_status: "Status",
        priority: "Priority",
        ticket_channel: "Source",
        category: "Type",
        subject: "Subject",
        description: "Description",
        team: "Group",
        agent: "Agent",
        satisfaction: "Survey results"
      },
      derive: {
        phone: firstOf("Mobile phone", "Work phone"),
        first_reply_minutes: replyMinutes(`"Initial response time"`, `"First response time (in hrs)"`)
      }
    }
  }
});

/** A list of tickets of the service desk for employees, one row each; times as in Freshdesk. */
const freshserviceTickets = preset({
  name: "freshservice-tickets",
  system: "Freshservice",
  export: "Tickets > Export > CSV",
  evidence: "seen",
  columns: {
    "Ticket Id": [],
    Subject: [],
    Type: [],
    Status: [],
    Urgency: [],
    Impact: [],
    Priority: [],
    Group: [],
    Agent: [],
    Company: ["Department"],
    Description: [],
    Category: [],
    "Sub-Category": [],
    Item: [],
    Source: [],
    "Resolution Note": [],
    "Experience Score": [],
    "Association type": [],
    "Requester Location": [],
    "Requester VIP": [],
    "Requester Name": [],
    "Requester Email": [],
    "Created Time": [],
    "Due by Time": [],
    "Resolved Time": [],
    "Closed Time": [],
    "Last Updated Time": [],
    "Initial Response Time": [],
    "Time Tracked": [],
    "First Response Time (in Hrs)": [],
    "Resolution Time (in Hrs)": [],
    "Agent interactions": [],
    "Customer interactions": [],
    "Resolution Status": [],
    "First Response Status": [],
    Tags: [],
    "Survey Result": ["Survey Results"],
    "Approval Status": []
  },
  needs: ["Ticket Id", "Status", "Created Time", "Urgency", "Impact"],
  parts: {
    tickets: {
      kind: "tickets",
      map: {
        ticket_id: "Ticket Id",
        email: "Requester Email",
        opened_at: "Created Time",
        first_replied_at: "Initial Response Time",
        solved_at: ["Resolved Time", "Closed Time"],
        ticket_status: "Status",
        priority: "Priority",
        ticket_channel: "Source",
        category: ["Category", "Type"],
        subcategory: "Sub-Category",
        subject: "Subject",
        description: "Description",
        team: "Group",
        agent: "Agent",
        satisfaction: "Survey Result"
      },
      derive: {first_reply_minutes: replyMinutes(`"Initial Response Time"`, `"First Response Time (in Hrs)"`)}
    }
  }
});

export const freshdesk: Preset[] = [freshdeskTickets, freshserviceTickets];

import {isOneOf} from "./texts.ts";
import {preset, type Preset} from "./preset.ts";

const merged = (tags: string) => `coalesce(contains(lower(${tags}), 'closed_by_merge'), false)`;

/**
 * A list of tickets, one row each. Times are on the clock of the account and have no offset. Minutes are elapsed ones, not those
 * within business hours.
 */
const tickets = preset({
  name: "zendesk-tickets",
  system: "Zendesk",
  export: "Views > Actions > Export as CSV, or Admin Center > Account > Tools > Reports > Export > CSV",
  evidence: "seen",
  columns: {
    "Summation column": [],
    Id: ["Ticket ID"],
    Requester: ["Requester name"],
    "Requester id": [],
    "Requester external id": [],
    "Requester email": [],
    "Requester domain": [],
    Submitter: [],
    Assignee: ["Assignee name"],
    Group: [],
    Subject: [],
    Tags: [],
    Status: ["Ticket status"],
    Priority: [],
    Via: ["Channel", "Ticket channel"],
    "Ticket type": ["Type"],
    Category: [],
    "Created at": ["Created"],
    "Updated at": ["Updated"],
    "Assigned at": [],
    Organization: [],
    "Due date": [],
    "Initially assigned at": [],
    "Solved at": ["Solved"],
    "Resolution time": [],
    "Satisfaction Score": ["Satisfaction"],
    "Group stations": [],
    "Assignee stations": [],
    Reopens: [],
    Replies: [],
    "First reply time in minutes": ["First reply time (min)"],
    "First reply time in minutes within business hours": [],
    "First resolution time in minutes": ["First resolution time (min)"],
    "First resolution time in minutes within business hours": [],
    "Full resolution time in minutes": ["Full resolution time (min)"],
    "Full resolution time in minutes within business hours": [],
    "Agent wait time in minutes": ["Agent wait time (min)"],
    "Agent wait time in minutes within business hours": [],
    "Requester wait time in minutes": ["Requester wait time (min)"],
    "Requester wait time in minutes within business hours": [],
    "On hold time in minutes": ["On hold time (min)"],
    "On hold time in minutes within business hours": []
  },
  needs: ["Id", "Requester", "Status", "Via", "Created at"],
  parts: {
    tickets: {
      kind: "tickets",
      map: {
        ticket_id: "Id",
        customer_key: "Requester id",
        email: "Requester email",
        opened_at: "Created at",
        first_reply_minutes: "First reply time in minutes",
        solved_at: "Solved at",
        ticket_status: "Status",
        priority: "Priority",
        ticket_channel: "Via",
        category: ["Category", "Ticket type"],
        subject: "Subject",
        team: "Group",
        agent: "Assignee",
        satisfaction: "Satisfaction Score",
        reopens: "Reopens"
      },
      set_aside: {
        deleted: isOneOf(`"Status"`, "deleted"),
        "merged into another ticket": merged(`"Tags"`)
      }
    }
  }
});

/** The same tickets as JSON, one object a line, as the API writes them; times have their offset. */
const ticketsJson = preset({
  name: "zendesk-tickets-json",
  system: "Zendesk",
  export: "Admin Center > Account > Tools > Reports > Export > JSON",
  evidence: "documented",
  columns: {
    id: [],
    url: [],
    external_id: [],
    created_at: [],
    updated_at: [],
    type: [],
    subject: ["raw_subject"],
    description: [],
    priority: [],
    status: [],
    recipient: [],
    requester_id: ["requester.id"],
    "requester.email": [],
    "requester.name": [],
    "requester.phone": [],
    submitter_id: ["submitter.id"],
    assignee_id: ["assignee.id"],
    "assignee.name": [],
    organization_id: ["organization.id"],
    group_id: ["group.id"],
    "via.channel": [],
    tags: [],
    "satisfaction_rating.score": [],
    "metric_set.solved_at": ["solved_at"],
    "metric_set.reopens": [],
    "metric_set.replies": [],
    "metric_set.reply_time_in_minutes.calendar": []
  },
  needs: ["id", "requester_id", "status", "created_at", "via.channel"],
  parts: {
    tickets: {
      kind: "tickets",
      map: {
        ticket_id: "id",
        customer_key: "requester_id",
        email: "requester.email",
        phone: "requester.phone",
        opened_at: "created_at",
        first_reply_minutes: "metric_set.reply_time_in_minutes.calendar",
        solved_at: "metric_set.solved_at",
        ticket_status: "status",
        priority: "priority",
        ticket_channel: "via.channel",
        category: "type",
        subject: "subject",
        description: "description",
        agent: ["assignee.name", "assignee_id"],
        satisfaction: "satisfaction_rating.score",
        reopens: "metric_set.reopens"
      },
      set_aside: {
        deleted: isOneOf(`"status"`, "deleted"),
        "merged into another ticket": merged(`"tags"`)
      }
    }
  }
});

export const zendesk: Preset[] = [tickets, ticketsJson];

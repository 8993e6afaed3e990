import {defineConfig} from "perennial";

/** What the features of the Kano survey have in common. */
const kano = {
  kind: "kano_answers",
  files: "data/exports/survey/kano_*.csv",
  map: {response_id: "Response ID", answered_at: "Submitted", email: "E-mail"}
} as const;

/**
 * The sample company: a shop for tea, wine glasses and kitchen ware, its helpdesk, its surveys and all that surrounds them.
 *
 * A source names either the preset of a known export, which knows the columns, or the kind of its rows and a map of its own.
 * Encodings, delimiters, archives, compression and the header's place are found in the files.
 */
export default defineConfig({
  company: {name: "Harbour & Vine", zone: "Europe/London", currency: "GBP"},
  sources: {
    // Shopify. One file of orders makes two sources, shop_orders and shop_lines.
    shop: {preset: "shopify-orders", files: "data/exports/shop/orders_*.csv*"},
    shop_customers: {
      preset: "shopify-customers",
      files: "data/exports/shop/customers.csv",
      // What a preset cannot know is said here: this shop tags its customers with the way in which they were won.
      derive: {
        acquisition_channel: `nullif(replace(regexp_extract("Tags", 'channel:([a-z-]+)', 1), '-', ' '), '')`
      }
    },
    shop_products: {preset: "shopify-products", files: "data/exports/shop/products.csv"},

    // Money: Stripe's charges of orders and of the wine club, and the refunds of what was paid by PayPal or at the till.
    stripe: {
      preset: "stripe-payments",
      files: "data/exports/payments/stripe_*.csv.gz",
      map: {subscription_id: "subscription_id (metadata)"}
    },
    other_refunds: {
      kind: "refunds",
      files: "data/exports/payments/other_refunds.csv",
      map: {refund_id: "Refund No.", order_id: "Order", refunded_at: "Refunded", amount: "Amount", reason: "Reason"},
      dates: "%d/%m/%Y %H:%M",
      decimal: ","
    },
    club: {
      kind: "subscriptions",
      files: "data/exports/club/subscriptions.csv",
      map: {
        subscription_id: "Subscription No.",
        email: "Member e-mail",
        started_at: "Joined",
        trial_ends_at: "Free until",
        cancelled_at: "Cancelled",
        ended_at: "Ended",
        subscription_status: "State",
        quantity: "Cases",
        recurring_amount: "Price",
        billing_interval: "Billed every"
      },
      dates: "%d/%m/%Y %H:%M"
    },
    loyalty: {
      kind: "loyalty_ledger",
      files: "data/exports/loyalty/ledger.parquet",
      map: {
        customer_key: "member_no",
        email: "member_email",
        happened_at: "booked_at",
        entry_type: "movement",
        balance_after: "balance",
        order_id: "order_no"
      },
      zone: "UTC"
    },
    // Forms on which people asked for a loyalty card, keyed by hand: of half of the members they alone say who has the points.
    members: {
      kind: "customers",
      files: "data/exports/loyalty/members.csv",
      map: {
        customer_key: "Card No.",
        customer_name: "Name",
        birth_date: "Date of birth",
        phone: "Mobile",
        registered_at: "Joined"
      },
      dates: "%d/%m/%Y"
    },

    // Service. Zendesk writes times on the account's clock, which here is UTC.
    helpdesk: {preset: "zendesk-tickets", files: "data/exports/helpdesk/tickets.csv", zone: "UTC"},
    helpdesk_log: {
      kind: "ticket_events",
      files: "data/exports/helpdesk/ticket_events.csv.gz",
      map: {event_id: "Event No.", actor_role: "By"},
      zone: "UTC"
    },

    // Feedback. Which question is the score, only the company knows; "perennial init" suggests it.
    survey: {
      preset: "qualtrics-responses",
      files: "data/exports/survey/nps_*.csv",
      map: {score: "Q1", comment: "Q2"},
      derive: {survey: `'NPS ' || left("RecordedDate", 4) || ' Q' || quarter(try_cast("RecordedDate" as date))`},
      fixed: {instrument: "nps"}
    },
    tea_survey: {
      preset: "wjx-responses",
      files: "data/exports/survey/wjx_tea_*.csv",
      map: {score: "1、您对这次购买的商品满意吗？", comment: "3、请说说您的意见和建议：", email: "4、您的邮箱（选填）"},
      fixed: {instrument: "csat", survey: "问卷星 2026", answer_language: "zh"},
      zone: "Asia/Shanghai"
    },
    invitations: {
      kind: "survey_invitations",
      files: "data/exports/survey/invitations.csv.gz",
      map: {customer_key: "Customer", survey: "Wave", invited_at: "Sent at"}
    },
    // A Kano survey has two columns per feature: one source per feature over the same file.
    kano_wrapping: {
      ...kano,
      fixed: {feature: "Gift wrapping"},
      map: {...kano.map, functional: "Gift wrapping: if we have it", dysfunctional: "Gift wrapping: if we do not"}
    },
    kano_tracking: {
      ...kano,
      fixed: {feature: "Tracked delivery"},
      map: {...kano.map, functional: "Tracked delivery: if we have it", dysfunctional: "Tracked delivery: if we do not"}
    },
    kano_undamaged: {
      ...kano,
      fixed: {feature: "Undamaged on arrival"},
      map: {
        ...kano.map,
        functional: "Undamaged on arrival: if we have it",
        dysfunctional: "Undamaged on arrival: if we do not"
      }
    },
    kano_catalogue: {
      ...kano,
      fixed: {feature: "Printed catalogue"},
      map: {
        ...kano.map,
        functional: "Printed catalogue: if we have it",
        dysfunctional: "Printed catalogue: if we do not"
      }
    },
    kano_calls: {
      ...kano,
      fixed: {feature: "Calls with offers"},
      map: {
        ...kano.map,
        functional: "Calls with offers: if we have it",
        dysfunctional: "Calls with offers: if we do not"
      }
    },
    kano_advice: {
      ...kano,
      fixed: {feature: "Brewing advice"},
      map: {...kano.map, functional: "Brewing advice: if we have it", dysfunctional: "Brewing advice: if we do not"}
    },
    app_reviews: {preset: "google-play-reviews", files: "data/exports/app/reviews_*.csv"},

    // Marketing.
    mailings: {preset: "mailchimp-campaigns", files: "data/exports/mail/campaigns.csv"},
    touches: {
      kind: "touches",
      files: "data/exports/mail/touches.csv.gz",
      map: {campaign_id: "Campaign Id", opened_at: "Opened at", clicked_at: "Clicked at"}
    },
    audience: {
      preset: "mailchimp-audience",
      files: "data/exports/mail/audience.zip",
      // A customer's attributes come from the newest record; without a date the shop's, which knows more, stays the one that counts.
      derive: {registered_at: "null"}
    },
    consents: {
      kind: "consents",
      files: "data/exports/mail/consents.csv.gz",
      map: {is_granted: "Opted in", consent_source: "Where"},
      fixed: {channel: "email", purpose: "marketing"}
    },
    web: {
      kind: "web_events",
      files: "data/exports/web/events.ndjson.gz",
      // Keys of nested objects are columns with a dotted name.
      map: {
        event_id: "messageId",
        visitor_key: "anonymousId",
        customer_key: "userId",
        happened_at: "timestamp",
        event_name: "event",
        session_id: "context.sessionId",
        page: "context.page.path",
        traffic_source: "context.campaign.source",
        traffic_medium: "context.campaign.medium",
        campaign: "context.campaign.name",
        product_id: "properties.sku",
        order_id: "properties.orderId",
        event_value: "properties.value",
        currency: "properties.currency"
      }
    },

    // The trade desk's workbook: sheets from Zoho CRM go to the preset that they fit, the others are mapped.
    trade: {
      preset: ["zoho-leads", "zoho-deals", "zoho-calls", "zoho-contacts"],
      files: "data/exports/crm/trade.xlsx",
      sheet: ["Leads", "Deals", "Calls", "Contacts"]
    },
    trade_accounts: {
      preset: "zoho-accounts",
      files: "data/exports/crm/trade.xlsx",
      sheet: "Accounts",
      map: {tax_id: "Registration No."}
    },
    // The same businesses as the book-keeper has them.
    debtors: {
      kind: "customers",
      files: "data/exports/crm/debtors.csv",
      map: {
        customer_key: "Account No.",
        customer_name: "Name",
        company: "Name",
        tax_id: "Company No.",
        registered_at: "Opened"
      },
      dates: "%d/%m/%Y"
    },
    trade_stages: {
      kind: "opportunity_stages",
      files: "data/exports/crm/trade.xlsx",
      sheet: "Stage History",
      // The report says which deal it is on the first of its rows alone.
      fill_down: ["Deal Id"],
      derive: {opportunity_id: `replace("Deal Id", 'zcrm_', '')`},
      map: {entered_at: "Entered", left_at: "Left"}
    },
    trade_visits: {
      kind: "activities",
      files: "data/exports/crm/trade.xlsx",
      sheet: "Visits",
      map: {activity_id: "Visit No.", happened_at: "Visited at", owner: "Visited by", subject: "What for"},
      derive: {opportunity_id: `replace("Deal Id", 'zcrm_', '')`},
      fixed: {activity_type: "visit"}
    }
  },
  rfm: {window_days: 365},
  churn: {calls_per_day: 12},
  service: {
    calendars: [
      {
        hours: {
          mon: [["08:00", "18:00"]],
          tue: [["08:00", "18:00"]],
          wed: [["08:00", "18:00"]],
          thu: [["08:00", "18:00"]],
          fri: [["08:00", "18:00"]],
          sat: [["09:00", "13:00"]]
        },
        // Bank holidays of England.
        holidays: [
          ...["2024-08-26", "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05"],
          ...["2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06"],
          ...["2026-05-04", "2026-05-25"]
        ],
        exceptions: {"2024-12-24": [["08:00", "12:00"]], "2025-12-24": [["08:00", "12:00"]]}
      }
    ],
    targets: [
      {priority: "high", first_reply_minutes: 16 * 60, resolution_minutes: 60 * 60},
      {first_reply_minutes: 10 * 60, resolution_minutes: 40 * 60}
    ]
  },
  audiences: [
    {
      name: "quiet_best",
      en: "Best customers gone quiet",
      zh: "沉寂的优质客户",
      where: {segment: ["cannot_lose", "at_risk"]},
      control_share: 0.1
    },
    {
      name: "second_order",
      en: "One order, lately",
      zh: "近期首单客户",
      where: {orders: 1, first_order_on: {within_days: 90}},
      control_share: 0.2
    },
    {
      name: "points_unused",
      en: "Points and no order",
      zh: "有积分未消费",
      where: {points_balance: {at_least: 200}, last_order_on: {older_than_days: 120}}
    },
    {
      name: "call_back",
      en: "Valuable and unhappy",
      zh: "高价值且不满意",
      where: {any: [{last_nps_score: {at_most: 6}}, {last_csat_score: {at_most: 2}}], net_revenue_365d: {above: 100}}
    }
  ],
  // Where a mailing had a control group, three in ten were held back by lot.
  campaigns: {window_days: 30, control_share: 0.3},
  loyalty: {
    // A hundred points are a pound off the next gift; tiers are for life.
    point_value: 0.01,
    tiers: [
      {tier: "Leaf", points: 0},
      {tier: "Blossom", points: 250},
      {tier: "Estate", points: 1000}
    ],
    window_days: 3650
  },
  pipeline: {
    stages: {Trade: ["Qualification", "Samples Sent", "Proposal", "Negotiation"]},
    targets: [
      {period: "2025-Q4", amount: 12_000},
      {period: "2026-Q1", amount: 10_000},
      {period: "2026-Q2", amount: 10_000},
      {period: "2026-Q3", amount: 12_000}
    ],
    stale_days: 21
  },
  baskets: {min_confidence: 0.15},
  publish: {pseudonym_key: "harbour-and-vine-sample"}
});

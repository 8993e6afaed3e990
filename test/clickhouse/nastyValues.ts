/** Values that engines are known to treat unlike each other, by the kind of column. Random rows are drawn from these. */

/** Texts with what SQL, files and collations stumble over; none is empty or blank at an end, as ingest leaves none. */
export const texts = [
  "plain",
  "Plain",
  "it's",
  'say "so"',
  "back\\slash",
  "end\\",
  "\\n is no newline",
  "tab\there",
  "two\nlines",
  "Crème brûlée",
  "STRASSE straße",
  "İstanbul ığ",
  "漢字とカナ",
  "深圳市福田区",
  "👩‍🌾 fresh 🥬",
  "e\u0301 decomposed",
  "100% _under",
  "{name:String} $1 ?",
  "null",
  "0",
  "z"
] as const;

/** Amounts with ties, zeros, both signs, four decimals and many digits. */
export const amounts = [
  0, 0, 1, 1, 10, 12.5, 19.99, 33.3333, 0.0001, 0.005, 1234.5678, 99999.9999, 1e7, -0.0001, -12.5, -1000
];
export const reals = [0, 0.1, 0.3333333333333333, 0.5, 1, 33.3, 60, 99.99, 100, 1e-9, 123456.789, -1.5];
export const wholes = [0, 0, 1, 1, 2, 3, 4, 5, 7, 10, 100, 100_000, -1, -20];

const daylong = 86_400_000;
const lastDay = Date.UTC(2026, 5, 30);

/** Instants about which zones, calendars and epochs disagree, the edges of clocks that go forward or back among them. */
const oddInstants = [
  "1969-12-31 23:59:59.999999",
  "1970-01-01 00:00:00",
  "1969-07-20 20:17:40",
  "1952-02-29 12:00:00.5",
  "2000-02-29 00:00:00",
  "2024-02-29 23:30:00",
  "2024-12-31 23:59:59.999999",
  "2025-01-01 00:00:00",
  "2025-03-09 06:59:59.999999",
  "2025-03-09 07:00:00",
  "2025-11-02 05:30:00",
  "2025-11-02 06:30:00",
  "2026-06-30 15:59:59",
  "2026-07-01 00:00:00.000001",
  "2027-03-01 00:00:00"
];

/** An instant as exports write it: of the last years, of few distinct hours so that ties are common, or an odd one. */
export function instant(upTo: (n: number) => number): string {
  if (upTo(12) === 0) return oddInstants[upTo(oddInstants.length)]!;
  const at = lastDay - upTo(upTo(2) ? 60 : 900) * daylong + upTo(24) * 3_600_000;
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}

/** Words that models look for in columns of these names; every other text is one of `texts`. */
export const words: Record<string, readonly string[]> = {
  activity_type: ["call", "visit", "task", "note", "拜访"],
  activity_status: ["Completed", "Scheduled", "Cancelled", "已完成"],
  birth_date: ["1950-02-28", "29/02/1952", "1969-12-31", "2001-01-01", "not known"],
  campaign_channel: ["email", "sms", "短信"],
  channel: ["email", "E-Mail", "sms", "phone", "all", "pigeon"],
  category: ["Delivery", "Quality", "it's", "深圳"],
  comment: [
    "The delivery came late, nobody answered",
    "Delivery was quick and the price is fair",
    "The price is too high and the app crashes",
    "物流太慢了，客服态度很差",
    "质量很好，下次还会买",
    "C'est l'été: crème brûlée\\ \"superbe\" 👍"
  ],
  country: ["GB", "United Kingdom", "中国", "US", "Türkiye"],
  description: ["My parcel never came", "退款还没有到账", "It's broken\\ again"],
  employees: ["11-50", "1,200", "250+"],
  event: ["created", "reply", "status", "priority", "assignee"],
  lead_source: ["web", "fair", "it's"],
  lead_status: ["new", "Qualified", "Lost", "无效"],
  loss_reason: ["price", "too\tlate", "价格"],
  opportunity_type: ["New business", "Renewal", "续约"],
  phone: ["+44 20 7946 0018", "020 7946 0018", "+86 138 0013 8000", "138-0013-8000"],
  pipeline: ["Sales", "Parts\\Service"],
  postal_code: ["SW1A 1AA", "sw1a1aa", "518000"],
  priority: ["low", "normal", "urgent", "High", "紧急"],
  purpose: ["marketing", "profiling"],
  sales_channel: ["web", "app", "shop"],
  satisfaction: ["good", "bad", "offered", "满意"],
  stage: ["Prospecting", "Proposal", "Closed Won", "Closed Lost"],
  subscription_status: ["active", "Cancelled", "running", "trialing"],
  survey: ["spring wave", "autumn wave"],
  ticket_status: ["open", "solved", "Closed", "pending", "已解决"],
  tier: ["Leaf", "Estate"],
  from_value: ["open", "solved", "normal", "urgent", "Ada"],
  to_value: ["open", "solved", "normal", "urgent", "Ada"]
};

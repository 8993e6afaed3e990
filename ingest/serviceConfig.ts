import {z} from "zod";
import {zoneSchema} from "./zone.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "a time of day such as 09:00, at most 24:00");
const piece = z
  .tuple([clock, clock])
  .refine(
    ([from, to]) => from < to,
    "a piece of the day ends after it begins; hours past midnight belong to the next day"
  );
const pieces = z
  .array(piece)
  .refine(
    (day) => day.every(([from], i) => i === 0 || day[i - 1]![1] <= from),
    "the pieces of a day follow one another without overlap"
  );
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const office = [["09:00", "18:00"]] as [string, string][];
const officeWeek = {mon: office, tue: office, wed: office, thu: office, fri: office};

const calendar = z.strictObject({
  from: z.iso.date().nullable().default(null).describe("First day on which it holds; null: always has."),
  to: z.iso.date().nullable().default(null).describe("Last day on which it holds; null: still does."),
  zone: zoneSchema.nullable().default(null).describe("Zone of its clock; null: the company's."),
  hours: z
    .partialRecord(z.enum(weekdays), pieces)
    .default(officeWeek)
    .describe("Working hours of each weekday; a day that is not named is free."),
  holidays: z.array(z.iso.date()).default([]).describe("Days without work."),
  exceptions: z
    .record(z.iso.date(), pieces)
    .default({})
    .describe("Days with hours of their own; they go before holidays and weekdays.")
});

const minutes = z.int().positive().nullable().default(null);
export const priorities = ["urgent", "high", "normal", "low"] as const;

const target = z
  .strictObject({
    priority: z.enum(priorities).nullable().default(null).describe("Tickets that began with it; null: all others."),
    first_reply_minutes: minutes.describe("To the first public answer of an agent."),
    resolution_minutes: minutes.describe("To the last solution, pauses apart."),
    clock: z
      .enum(["business", "elapsed"])
      .default("business")
      .describe("Minutes within working hours, or by the wall clock.")
  })
  .refine(
    ({first_reply_minutes: reply, resolution_minutes: resolution}) => reply !== null || resolution !== null,
    "a target without minutes promises nothing; give first_reply_minutes, resolution_minutes or both"
  );

const word = z.string().trim().min(1);
const statuses = (...usual: string[]) => z.array(word).default(usual);

/** Refuses a word that stands in two of these lists, whatever its case; the second is where it is told. */
function refuseTwofold(
  lists: readonly (readonly [path: string, words: readonly string[]])[],
  context: z.RefinementCtx
) {
  const firsts = new Map<string, string>();
  for (const [path, words] of lists)
    for (const one of words) {
      const first = firsts.get(one.toLowerCase()) ?? path;
      firsts.set(one.toLowerCase(), first);
      if (first === path) continue;
      const message = `"${one}" stands in ${first} too; a word means one thing, so keep it in one of them`;
      context.addIssue({code: "custom", path: path.split("."), message});
    }
}

export const serviceSchema = z
  .strictObject({
    calendars: z
      .array(calendar)
      .min(1)
      .prefault([{}])
      .superRefine((all, context) => {
        const sorted = all.map((one, at) => ({...one, at})).sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
        sorted.forEach((one, i) => {
          if (one.from !== null && one.to !== null && one.from > one.to)
            context.addIssue({
              code: "custom",
              path: [one.at],
              message: `ends on ${one.to}, before it begins on ${one.from}`
            });
          const before = sorted[i - 1];
          if (!before || (before.to !== null && one.from !== null && before.to < one.from)) return;
          const until = before.to === null ? "has no end" : `holds until ${before.to}`;
          const message = `overlaps calendar ${before.at + 1}, which ${until}; end it on the day before this one begins`;
          context.addIssue({code: "custom", path: [one.at], message});
        });
      })
      .describe("Versions of the working calendar, one after the other."),
    targets: z
      .array(target)
      .default([])
      .superRefine((all, context) =>
        all.forEach(({priority}, i) => {
          if (all.findIndex((other) => other.priority === priority) === i) return;
          const message = `a second target for ${priority ?? "all other"} tickets; keep one`;
          context.addIssue({code: "custom", path: [i, "priority"], message});
        })
      )
      .describe("What was promised to customers, by priority."),
    priorities: z
      .partialRecord(z.enum(priorities), z.array(word))
      .default({})
      .describe("Own words for priorities, beside the usual ones."),
    waiting_statuses: statuses(
      "pending",
      "waiting on customer",
      "waiting for customer",
      "等待客户",
      "待客户回复"
    ).describe("States in which we wait for the customer; the resolution clock rests."),
    hold_statuses: statuses("hold", "on hold", "on-hold", "waiting on third party", "挂起", "暂停").describe(
      "States in which somebody else is waited for; the resolution clock rests."
    ),
    old_days: z.int().positive().default(5).describe("Open for longer is old.")
  })
  .superRefine(({priorities: own, waiting_statuses: waiting, hold_statuses: hold}, context) => {
    refuseTwofold(
      priorities.map((level) => [`priorities.${level}`, own[level] ?? []]),
      context
    );
    refuseTwofold(
      [
        ["waiting_statuses", waiting],
        ["hold_statuses", hold]
      ],
      context
    );
  })
  .prefault({})
  .describe("The service desk: when it works, and what it promises.");

const theme = z.strictObject({
  theme: z.string().regex(/^[a-z][a-z0-9_]*$/, "a short name in lower case"),
  en: z.string().min(1),
  zh: z.string().min(1),
  terms: z.array(z.string().min(1)).min(1).describe("Words and phrases that mean it, in every language.")
});

export const feedbackSchema = z
  .strictObject({
    follow_up_days: z
      .int()
      .positive()
      .default(14)
      .describe("Within so many days somebody is to come back to an unhappy customer."),
    themes: z
      .array(theme.extend({sub: z.array(theme).default([])}))
      .superRefine((themes, context) => {
        const keys = themes.flatMap(({theme, sub}) => [theme, ...sub.map(({theme}) => theme)]);
        const twice = keys.find((key, i) => keys.indexOf(key) !== i);
        if (twice !== undefined)
          context.addIssue({code: "custom", message: `two themes are named "${twice}"; give each a name of its own`});
      })
      .nullable()
      .default(null)
      .describe("What customers speak of; null: the usual themes of shops and services."),
    min_texts: z.int().min(50).default(400).describe("Rated texts from which on sentiment is learned."),
    verbatims: z.boolean().default(true).describe("Publish what customers wrote, personal data masked.")
  })
  .prefault({})
  .describe("What customers say.");

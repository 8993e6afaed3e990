/** Ages at which a lead is looked at, in days since it came in. */
export const leadAges = {arrival: 0, week: 7, month: 28, quarter: 91, half_year: 182} as const;

/** The looks at a lead: at these ages, and now. */
export const leadMoments = ["arrival", "week", "month", "quarter", "half_year", "now"] as const;
export type LeadMoment = (typeof leadMoments)[number];

/** Leads whose past is looked at, at most: those first by hash. Every open lead is looked at now. */
export const mostLeads = 50_000;

import * as c from "./columns.ts";

/** The columns of every net promoter mart. */
export const npsColumns = {
  answers: c.count("Answers to the NPS question.", "NPS 答卷数。"),
  promoters: c.count("Answers of 9 or 10.", "推荐者（9–10）。"),
  passives: c.count("Answers of 7 or 8.", "中立者（7–8）。"),
  detractors: c.count("Answers of 0 to 6.", "贬损者（0–6）。"),
  nps: c.number("Net promoter score, −100 to 100.", "净推荐值，−100 至 100。"),
  nps_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。"),
  nps_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。")
};

import {html, type Html} from "../../../components/index.ts";
import type {Context} from "../../../context.ts";
import {isWithheld} from "../../../withheld.ts";
import type {LoopSummary} from "./rows.ts";

/** How many wait for somebody, and whether the promise is kept: two sentences. Without a known contact nobody can say either. */
export function finding(s: LoopSummary, c: Context): Html {
  const {t, f} = c;
  if (!s.has_activities)
    return html`<b
        >${t(
          `${f.count(s.cases)} bad scores and complaints in ${f.days(s.window_days)}; nobody can say to whom somebody came back. `,
          `近 ${f.days(s.window_days)}共 ${f.count(s.cases)} 个差评与投诉，无法得知谁已回访。`
        )}</b
      >${t("No contact with any customer is on record.", "没有任何客户联系记录。")}`;
  return html`<b>${claim(s, c)}${t(". ", "。")}</b>${kept(s, c)}`;
}

function claim(s: LoopSummary, {t, f}: Context): string {
  const waiting = s.open_cases + s.overdue_cases;
  if (waiting > 0)
    return t(
      `${f.count(waiting)} bad scores and complaints wait for somebody, ${f.count(s.overdue_cases)} of them longer than the ${f.days(s.promise_days)} promised`,
      `${f.count(waiting)} 个差评与投诉在等待回访，其中 ${f.count(s.overdue_cases)} 个已超过承诺的 ${f.days(s.promise_days)}`
    );
  if (s.never_followed === 0 && s.followed === s.due_cases)
    return t("Somebody came back to every bad score and complaint", "每个差评与投诉都已回访");
  return t(
    `No bad score or complaint waits for somebody, but nobody came back to ${f.count(s.never_followed)} of ${f.count(s.cases)}: those customers answered again first`,
    `没有等待回访的差评与投诉，但 ${f.count(s.cases)} 个中有 ${f.count(s.never_followed)} 个无人回访，客户已自行再次作答`
  );
}

const kept = (s: LoopSummary, {t, f, minCell}: Context): string =>
  s.due_cases === 0 || isWithheld(s.due_cases, minCell)
    ? t("Too few promises are over to say whether they are kept.", "到期的承诺过少，尚无法判断是否兑现。")
    : t(
        `In ${f.share(s.within_promise_share, 0)} of the cases whose days are over somebody came back in time (95% interval ${f.shareRange(s.within_promise_low, s.within_promise_high, 0)}, n ${f.count(s.due_cases)}).`,
        `按时回访 ${f.share(s.within_promise_share, 0)}（95% 区间 ${f.shareRange(s.within_promise_low, s.within_promise_high, 0)}，n ${f.count(s.due_cases)}）。`
      );

import {html, kpis, type Html, type Kpi} from "../../../components/index.ts";
import type {Context} from "../../../context.ts";
import {isWithheld} from "../../../withheld.ts";
import {defined} from "../defined.ts";
import type {LoopSummary} from "./rows.ts";

/** Six numbers: who waits, who waits too long, whether and how fast somebody came back, and what the next answer was. */
export function kpiStrip(s: LoopSummary, c: Context): Html {
  const {t, f, minCell} = c;
  const known = s.has_activities;
  const tooFew = (n: number) => isWithheld(n, minCell) || n === 0;
  const [few, fewSettled] = [!known || tooFew(s.due_cases), !known || tooFew(s.settled_cases)];
  const unknown = known ? undefined : t("no contacts on record", "没有联系记录");
  const why = unknown ?? (few ? t("too few whose days are over", "到期个案过少") : undefined);
  const whySettled = unknown ?? (fewSettled ? t("too few older than 90 days", "满 90 天的个案过少") : undefined);
  const items: Kpi[] = [
    {
      label: t("Waiting", "待回访"),
      href: "#loop",
      definition: defined("case", c),
      value: known ? f.kpi(s.open_cases + s.overdue_cases) : f.missing,
      versus: t(
        `of ${f.count(s.cases)} cases in ${f.days(s.window_days)}`,
        `近 ${f.days(s.window_days)}共 ${f.count(s.cases)} 个`
      )
    },
    {
      label: t("Overdue", "已逾期"),
      href: "#loop",
      value: known ? f.kpi(s.overdue_cases) : f.missing,
      tone: known && s.overdue_cases > 0 ? "bad" : undefined,
      versus: unknown ?? t(`promise: ${f.days(s.promise_days)}`, `承诺：${f.days(s.promise_days)}`)
    },
    {
      label: t("Came back in time", "按时回访"),
      definition: defined("within-promise", c),
      href: "#months",
      value: few ? f.missing : f.share(s.within_promise_share, 0),
      versus: why ?? t(`n ${f.count(s.due_cases)}`, `n ${f.count(s.due_cases)}`),
      note: !few && f.shareRange(s.within_promise_low, s.within_promise_high, 0)
    },
    {
      label: t("Came back at all", "已回访"),
      href: "#months",
      value: fewSettled ? f.missing : f.share(s.followed_share, 0),
      versus:
        whySettled ?? t(`within 90 days, n ${f.count(s.settled_cases)}`, `90 天内，n ${f.count(s.settled_cases)}`),
      note:
        !fewSettled &&
        html`${f.shareRange(s.followed_low, s.followed_high, 0)}, ${t("cases older than 90 days", "满 90 天的个案")}`
    },
    {
      label: t("Median time", "中位时间"),
      value: few ? f.missing : f.number(s.median_days, s.median_days !== null && s.median_days < 10 ? 1 : 0),
      unit: !few && s.median_days !== null && t("days", "天"),
      versus: unknown ?? t("until somebody came back", "至回访")
    },
    betterKpi(s, c)
  ];
  return kpis(items, c);
}

/** Whose next answer was not unfavourable, of those who were followed up before it and of those who were not. */
function betterKpi(s: LoopSummary, {t, f, minCell}: Context): Kpi {
  const answered = s.recovered + s.repeated;
  const followed = s.recovered_followed + s.repeated_followed;
  const share = (part: number, all: number) =>
    all === 0 || isWithheld(all, minCell) ? f.missing : f.share(part / all, 0);
  const isFew = answered === 0 || isWithheld(answered, minCell);
  return {
    label: t("Better next time", "下次评分好转"),
    value: share(s.recovered, answered),
    versus: isFew
      ? t("too few answered again", "再次作答者过少")
      : t(`of ${f.count(answered)} answered again`, `再次作答 ${f.count(answered)} 个中`),
    note:
      !isFew &&
      s.has_activities &&
      t(
        `${share(s.recovered_followed, followed)} followed up, ${share(s.recovered - s.recovered_followed, answered - followed)} not`,
        `已回访 ${share(s.recovered_followed, followed)}，未回访 ${share(s.recovered - s.recovered_followed, answered - followed)}`
      )
  };
}

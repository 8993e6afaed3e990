import type {Audience} from "../../models/settings.ts";
import {plural, say, whole} from "../say.ts";
import type {Arms, ExportOptions} from "./audience.ts";
import type {Counts} from "./chosen.ts";

/** "12 refused, 3 never answered". */
export function leftOutWords({refused, no_address, no_answer, pressed}: Counts, {unanswered}: ExportOptions): string {
  const words: [number, string][] = [
    [refused, "refused"],
    [no_address, "without an address"],
    [unanswered ? 0 : no_answer, "never asked"],
    [pressed, "with as many messages as are allowed"]
  ];
  return words
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${whole(n)} ${word}`)
    .join(", ");
}

/** Says who was left out and held back, what the file lacks, and how it is remembered. */
export function tellRest({
  counts,
  left,
  arms,
  sent,
  audience,
  options,
  campaign
}: {
  counts: Counts;
  left: number;
  arms: Arms;
  sent: string | undefined;
  audience: Audience;
  options: ExportOptions;
  campaign: string;
}): void {
  const words = leftOutWords(counts, options);
  if (words) say("", `left out of ${plural(counts.members, "member")}: ${words}`);
  if (!options.unanswered && counts.no_answer)
    say("", "silence is no consent; --unanswered writes those who were never asked too, on your own grounds");
  if (left) say("", `left out because the import needs more than is known of them: ${plural(left, "customer")}`);
  if (arms.control)
    say(
      "",
      `${whole(arms.control)} of ${plural(arms.control + arms.treated, "customer")} held back as the control group (planned: ${+(audience.controlShare * 100).toFixed(1)} %)`
    );
  else if (sent)
    say("", "nobody is held back, so the effect cannot be measured later; --control 0.1 holds a tenth back");
  if (!options.personal)
    say("", "pseudonyms only; --personal writes name, e-mail and phone, which an import by address needs");
  if (sent)
    say("", `remembered as ${sent} of campaign ${campaign}; "perennial export forget ${sent}" if it is never sent`);
}

import type {Moment} from "../format/moment.ts";
import type {Locale} from "../format/locale.ts";
import {html, type Content, type Html} from "./html.ts";

/** What happened; shape and colour together say the kind. */
export type EventKind = keyof typeof marks;

/** One event of a customer. */
export interface TimelineEvent {
  at: Moment;
  kind: EventKind;
  text: Content;
  /** Right of the text: "£112", "breached". */
  amount?: Content;
  quote?: {text: string; lang: string};
  /** A line in grey: themes, sentiment. */
  aside?: Content;
}

/** Full is a beginning or a gain, a ring an end or a loss. */
const marks = {
  order: "c1",
  return: "ring c1",
  deal: "square c1",
  dropped: "ring square c1",
  opened: "c4",
  solved: "ring c4",
  contact: "square c6",
  feedback: "diamond c5",
  campaign: "square c2",
  consent: "diamond c2",
  refusal: "ring diamond c2",
  points: "square c7",
  joined: "diamond c7",
  left: "ring diamond c7",
  silence: "ring bad"
} as const;

/** The events of one customer, newest first; `data-kind` lets live code filter them. */
export function timeline(label: string, events: readonly TimelineEvent[], {f}: Locale): Html {
  const years = new Set(events.map(({at}) => f.iso(at).slice(0, 4)));
  const when = years.size > 1 ? f.date : f.day;
  const item = ({at, kind, text, amount, quote, aside}: TimelineEvent) =>
    html`<li class="event${kind === "silence" && " silence"}" data-kind="${kind}">
      <time datetime="${f.iso(at)}">${when(at)}</time>
      <span class="mark" aria-hidden="true"><i class="${marks[kind]}"></i></span>
      <div>
        ${text} ${quote && html`<blockquote lang="${quote.lang}">“${quote.text}”</blockquote>`}
        ${aside && html`<p class="aside">${aside}</p>`}
      </div>
      <span class="amount">${amount}</span>
    </li>`;
  return html`<ol class="timeline${years.size > 1 && " years"}" aria-label="${label}">
    ${events.map(item)}
  </ol>`;
}

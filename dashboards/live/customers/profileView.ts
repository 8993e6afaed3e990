import {button} from "../../components/button.ts";
import {failed} from "../../components/states.ts";
import type {Locale} from "../../format/locale.ts";
import type {Shown} from "../../pages/customers/profile/happened.ts";
import {profile, unknownProfile} from "../../pages/customers/profile/profile.ts";
import {story} from "../../pages/customers/profile/story.ts";
import {eventsOf, type View} from "../../pages/customers/profile/view.ts";
import type {ProfileShard} from "../../pages/customers/profileShape.ts";
import type {Manifest} from "../../pages/customers/shape.ts";
import {csv, csvName} from "../csv.ts";
import {download} from "../download.ts";
import {json} from "./addresses.ts";
import {follow} from "./lookup.ts";

/** How many events are shown at first, and how many more on demand. */
const PAGE = 50;

/** What the profile is drawn with. */
export interface Surroundings {
  manifest: Manifest;
  asOf: string;
  buyers: number;
  locale: Locale;
}

/** A profile, or why there is none: under which key, and how to draw it. */
export interface Drawn {
  key: string;
  draw: (root: HTMLElement) => void;
}

/** Fetches a customer, through merges if need be. What went wrong becomes a named state. */
export async function drawProfile(key: string, shown: Shown, around: Surroundings): Promise<Drawn> {
  const {manifest, asOf, buyers, locale} = around;
  const {t} = locale;
  const written = (markup: unknown): Drawn => ({key, draw: (root) => (root.innerHTML = String(markup))});
  try {
    const found = await follow(manifest.profiles, key, (file) => json<ProfileShard>(file));
    if ("near" in found) return written(unknownProfile(key, found.near, locale));
    const day = new Date(asOf);
    const askedFor = found.profile.key === key ? null : key;
    const view: View = {
      profile: found.profile,
      events: eventsOf(found.profile, day),
      asOf: day,
      buyers,
      has: manifest.has,
      askedFor
    };
    const draw = (root: HTMLElement) => {
      const isSame = root.dataset.drawn === key && root.querySelector("[data-story]");
      if (isSame) isSame.innerHTML = String(story(view, shown, PAGE, locale));
      else root.innerHTML = String(profile(view, shown, PAGE, locale));
      root.dataset.drawn = key;
      listen(root, view, shown, around);
    };
    return {key: found.profile.key, draw};
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const retry = button({text: t("Try again", "重试"), href: location.href});
    return written(failed({title: t("This customer could not be loaded", "客户档案无法载入"), cause, retry}));
  }
}

/** Earlier events and the take-away. */
function listen(root: HTMLElement, view: View, shown: Shown, {asOf, locale}: Surroundings): void {
  let most = PAGE;
  root.onclick = (event) => {
    const action = (event.target as Element).closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "csv") download(csvName(view.profile.key, asOf), eventsCsv(view, asOf));
    if (action !== "earlier") return;
    const place = root.querySelectorAll(".event").length;
    most += PAGE;
    root.querySelector("[data-story]")!.innerHTML = String(story(view, shown, most, locale));
    const next = root.querySelectorAll<HTMLElement>(".event")[place];
    next?.setAttribute("tabindex", "-1");
    next?.focus();
  };
}

/** All events of a customer, newest first. */
export const eventsCsv = ({profile, events}: View, asOf: string): string =>
  csv(
    ["customer_id", "event_on", "kind", "reference", "amount", "score", "detail", "points", "as_of"],
    events.map(({at, kind, reference, amount, score, detail, points}) => [
      profile.key,
      at.toISOString().slice(0, 10),
      kind,
      reference,
      amount,
      score,
      detail,
      points,
      asOf
    ])
  );

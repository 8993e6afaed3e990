import {type Lang} from "../format/lang.ts";
import {locale as localeOf} from "../format/locale.ts";
import {failed} from "../components/states.ts";
import {type Shown} from "../pages/customers/profile/story.ts";
import {type Manifest} from "../pages/customers/shape.ts";
import {arrowTable} from "./arrow.ts";
import {dataFile, json} from "./customers/addresses.ts";
import {filterSpec, impossible, type ListFilters} from "./customers/filters.ts";
import {list, type List} from "./customers/list.ts";
import {loading} from "./customers/loading.ts";
import {isKey, normalKey} from "./customers/lookup.ts";
import {bindFilters} from "./filters.ts";

/** What the page hands to its browser code. */
export interface Start {
  lang: Lang;
  currency: string;
  asOf: string;
  buyers: number;
  segments: string[];
}

/** Takes the customers page over: the list is loaded when it is looked at, a profile when it is asked for. */
export async function start({lang, currency, asOf, buyers, segments}: Start): Promise<void> {
  const root = document.documentElement;
  const locale = localeOf(lang, currency);
  const {t} = locale;
  const [listView, profileView] = [
    document.querySelector<HTMLElement>("#list-view"),
    document.querySelector<HTMLElement>("#profile-view")
  ];
  if (!listView || !profileView) return;
  const skeleton = profileView.innerHTML;
  const {title} = document;
  const {key, q} = Object.fromEntries(new URLSearchParams(location.search)) as Record<string, string | undefined>;
  if (!key && q && isKey(q)) history.replaceState(null, "", `${location.pathname}?key=${normalKey(q)}`);
  const manifest = json<Manifest>("manifest.json", "no-cache");
  let opened: Promise<List> | undefined;
  const openList = async (): Promise<List> => {
    const loaded = loading(await manifest, (file) => arrowTable(dataFile(file)));
    await loaded.more(1);
    return list(loaded, locale, asOf);
  };
  let current = "";
  const showProfile = async (wanted: string, shown: Shown) => {
    const request = `${wanted} ${shown}`;
    if (request === current) return;
    const isNew = !current.startsWith(`${wanted} `);
    current = request;
    if (isNew) profileView.innerHTML = skeleton;
    root.dataset.view = "profile";
    listView.remove();
    const {drawProfile} = await import("./customers/profileView.ts");
    const around = {manifest: await manifest, asOf, buyers, locale};
    const name = await drawProfile(profileView, wanted, shown, around);
    if (current !== request) return;
    document.title = `${name} · ${title}`;
  };
  const showList = async (values: ListFilters, unknown: string[]) => {
    current = "";
    root.dataset.view = "list";
    profileView.replaceChildren();
    if (!listView.isConnected) profileView.after(listView);
    document.title = title;
    opened ??= openList();
    (await opened).show(values, unknown);
  };
  const spec = filterSpec(segments);
  const changed = async (values: ListFilters, unknown: readonly string[]) => {
    const wrong = impossible(values);
    const kept = {...values, ...Object.fromEntries(wrong.map((name) => [name, ""]))};
    try {
      if (values.key) await showProfile(normalKey(values.key), values.events as Shown);
      else await showList(kept, [...unknown, ...wrong]);
    } catch (error) {
      const place = document.querySelector("[data-list-note]") ?? profileView;
      place.innerHTML = String(
        failed({
          title: t("Customers could not be loaded", "客户数据无法载入"),
          cause: error instanceof Error ? error.message : String(error)
        })
      );
      opened = undefined;
    }
  };
  const state = bindFilters(spec, (values, unknown) => void changed(values, unknown));
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-key], a[data-back]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.dataset.key)
      history.pushState({from: location.search}, "", `?key=${encodeURIComponent(link.dataset.key)}`);
    else if ((history.state as {from?: string} | null)?.from !== undefined) return history.back();
    else history.pushState(null, "", location.pathname);
    dispatchEvent(new PopStateEvent("popstate"));
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("#content")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    const field = (event.target as Element).closest<HTMLInputElement>("input[data-filter=q]");
    if (!field || event.key !== "Enter") return;
    event.preventDefault();
    void opened?.then((list) => {
      const only = isKey(field.value) ? normalKey(field.value) : list.only();
      if (only) state.set({key: only, q: ""}, {push: true});
    });
  });
  if (!Object.keys(spec).some((name) => new URLSearchParams(location.search).has(name)))
    dispatchEvent(new PopStateEvent("popstate"));
}

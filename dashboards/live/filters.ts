import {type FilterSpec, type FilterValues, urlState, type UrlState} from "./urlState.ts";

/** Show `values` in the controls of the page. */
function show(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    for (const control of document.querySelectorAll<HTMLElement>(`[data-filter="${CSS.escape(name)}"]`)) {
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
      for (const choice of control.querySelectorAll<HTMLElement>("[data-value]")) {
        choice.setAttribute("aria-pressed", String(choice.dataset.value === value));
      }
    }
  }
}

/**
 * Bind the filter line of the page (components/filters.ts) to the address.
 *
 * `changed` is called after every change, and at once where the address differs from the static page.
 */
export function bindFilters<S extends FilterSpec>(
  spec: S,
  changed: (values: FilterValues<S>, unknown: (keyof S & string)[]) => void
): UrlState<S> {
  const state = urlState(spec, (values, unknown) => {
    show(values);
    changed(values, unknown);
  });
  const set = (name: string | undefined, value: string) => {
    if (name !== undefined && name in spec) state.set({[name]: value} as Partial<FilterValues<S>>);
  };
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const choice = target.closest<HTMLElement>("[data-value]");
    if (choice) set(choice.closest<HTMLElement>("[data-filter]")?.dataset.filter, choice.dataset.value ?? "");
    const clear = target.closest<HTMLElement>("[data-clear]")?.dataset.clear;
    if (clear !== undefined && clear in spec) set(clear, spec[clear]!.fallback);
  });
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, ({target}) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
        set(target.dataset.filter, target.value);
    });
  }
  if (Object.keys(spec).some((key) => new URLSearchParams(location.search).has(key)))
    dispatchEvent(new PopStateEvent("popstate"));
  return state;
}

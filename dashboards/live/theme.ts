/** The buttons of the frame: theme and print; the language link takes the filters of the address with it. */
export function frame(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const action = target.closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "print") print();
    if (action === "theme") toggleTheme();
    const link = target.closest<HTMLAnchorElement>("a[data-keep-query]");
    if (link) link.search = location.search;
  });
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest("input, select, textarea, [contenteditable]");
    const search = document.querySelector<HTMLInputElement>(".find input");
    if (event.key !== "/" || typing || !search || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
  });
}

/** Light to dark and back; the choice is kept where storage is allowed. */
function toggleTheme(): void {
  const root = document.documentElement;
  const theme = root.dataset.theme === "dark" ? "light" : "dark";
  root.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Storage is refused in private windows; the choice then lasts for the page.
  }
}

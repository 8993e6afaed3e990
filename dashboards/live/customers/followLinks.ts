/** Whether the profile in sight was opened from the list. */
export const cameFromList = (): boolean => (history.state as {isFromList?: boolean} | null)?.isFromList === true;

/**
 * Follows links to customers (`data-key`) and back to the list (`data-back`) without leaving the page, so that what is loaded
 * stays; Back leads to the list as it was filtered. New tabs and windows are left to the browser.
 */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-key], a[data-back]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.dataset.key !== undefined) {
      history.pushState({isFromList: true}, "", `?key=${encodeURIComponent(link.dataset.key)}`);
    } else if (cameFromList()) {
      history.back();
      return;
    } else {
      history.pushState(null, "", location.pathname);
    }
    dispatchEvent(new PopStateEvent("popstate"));
    scrollTo(0, 0);
  });
}

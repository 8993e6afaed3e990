/**
 * The script that runs in <head>, before first paint: language, stored or system theme, a viewport that may be zoomed.
 *
 * Framework hard-codes <html> without lang and a viewport with maximum-scale=1; the build mends the files, this also
 * serves its preview.
 */
export const beforePaint = (code: string): string =>
  `(function(d){var t;d.lang=${JSON.stringify(code)};try{t=localStorage.getItem("theme")}catch(e){}` +
  `d.dataset.theme=t||(matchMedia("(prefers-color-scheme:dark)").matches?"dark":"light");` +
  `var v=document.querySelector("meta[name=viewport]");if(v)v.content="width=device-width, initial-scale=1"` +
  `})(document.documentElement)`;

/**
 * What every build of the site tells Observable Framework; dashboards/build/framework.ts adds root, output and the shell.
 *
 * Nothing of Framework's own look, and nothing that it would fetch: no theme, no font, no sidebar, no search.
 */
export default {
  style: "theme.css",
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  linkify: false,
  typographer: false,
  preserveExtension: true,
  footer: null
};

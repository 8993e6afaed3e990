import {join} from "node:path";
import {build} from "esbuild";
import {home} from "./bundleLive.ts";

/** Bundles the theme into the one stylesheet of the site, `<stage>/theme.css`. */
export async function bundleTheme(stage: string): Promise<void> {
  await build({
    entryPoints: [join(home, "dashboards/theme/theme.css")],
    bundle: true,
    minify: true,
    target: "es2022",
    logLevel: "silent",
    absWorkingDir: home,
    outfile: join(stage, "theme.css")
  });
}

import type {Browser, Page} from "playwright-core";

export interface Screen {
  width?: number;
  height?: number;
  scheme?: "light" | "dark";
  /** Pixels of the picture per CSS pixel. */
  scale?: number;
  javaScript?: boolean;
}

/** A page that was opened and has settled. */
export interface Visit {
  page: Page;
  /** Console errors, uncaught errors, failed requests and requests outside the origin, in order. */
  problems: string[];
  close: () => Promise<void>;
}

/** Opens an address in a browser without memory, waits until its browser code has started, and records what went wrong. */
export async function visit(browser: Browser, url: string, screen: Screen = {}): Promise<Visit> {
  const {width = 1440, height = 900, scheme = "light", scale = 1, javaScript = true} = screen;
  const context = await browser.newContext({
    viewport: {width, height},
    colorScheme: scheme,
    deviceScaleFactor: scale,
    javaScriptEnabled: javaScript,
    acceptDownloads: true
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const problems: string[] = [];
  const {origin} = new URL(url);
  page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`failed request: ${request.url()}`));
  page.on(
    "response",
    (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`)
  );
  page.on("request", (request) => {
    const target = new URL(request.url());
    const within = target.origin === origin || target.protocol === "data:" || target.protocol === "blob:";
    if (!within) problems.push(`foreign request: ${request.url()}`);
  });
  await page.goto(url);
  if (javaScript)
    await page
      .waitForSelector("html[data-ready]", {state: "attached", timeout: 15_000})
      .catch(() => problems.push("never ready"));
  return {page, problems, close: () => context.close()};
}

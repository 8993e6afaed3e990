import type {Page} from "playwright-core";

/** How the page overflows sideways at a width: empty, or by how much and the elements that stick out farthest. */
export async function overflowAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({width, height: 900});
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return [];
    const wide = [...document.querySelectorAll("body *")]
      .map((element) => ({element, right: element.getBoundingClientRect().right}))
      .filter(({right}) => right > root.clientWidth + 0.5)
      .sort((a, b) => b.right - a.right)
      .slice(0, 3)
      .map(({element}) => `${element.tagName.toLowerCase()}.${element.className || "-"}`);
    return [`${root.clientWidth} px: ${over} px over, ${wide.join(", ")}`];
  });
}

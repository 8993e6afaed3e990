import type {Page} from "playwright-core";

/**
 * Texts whose contrast with what lies behind them is below WCAG AA (4.5; 3 for large text), as `2.81 "text" selector`.
 *
 * Walks every visible text and lays the backgrounds and opacities of its ancestors over each other; axe leaves overlaps open.
 */
export const lowContrast = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Colour = [number, number, number, number];
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true})!;
    const known = new Map<string, Colour>();
    const parse = (css: string): Colour => {
      let colour = known.get(css);
      if (!colour) {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = css;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        known.set(css, (colour = [r!, g!, b!, a! / 255]));
      }
      return colour;
    };
    const over = (top: Colour, below: Colour): Colour => {
      const blend = (i: 0 | 1 | 2) => top[i] * top[3] + below[i] * (1 - top[3]);
      return [blend(0), blend(1), blend(2), 1];
    };
    const luminance = (colour: Colour): number => {
      const [r, g, b] = colour.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const behind = (element: Element | null): Colour => {
      if (!element) return [255, 255, 255, 1];
      const colour = parse(getComputedStyle(element).backgroundColor);
      return colour[3] === 1 ? colour : over(colour, behind(element.parentElement));
    };
    const opacity = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
    const isShown = (element: Element): boolean => {
      const {width, height} = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({visibilityProperty: true, opacityProperty: true});
    };
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!.trim();
      const element = walker.currentNode.parentElement!;
      if (!text || element.closest("script, style, [disabled]") || !isShown(element)) continue;
      const style = getComputedStyle(element);
      const ground = behind(element);
      const [r, g, b, a] = parse(style.color);
      const ink = over([r, g, b, a * opacity(element)], ground);
      const [dark, light] = [luminance(ink), luminance(ground)].sort((x, y) => x - y);
      const ratio = (light! + 0.05) / (dark! + 0.05);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio + 0.005 < (isLarge ? 3 : 4.5)) {
        found.add(
          `${ratio.toFixed(2)} "${text.slice(0, 30)}" ${element.tagName.toLowerCase()}.${element.className || "-"}`
        );
      }
    }
    return [...found];
  });

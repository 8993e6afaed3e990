import {goodsThemes} from "./goodsThemes.ts";
import {serviceThemes} from "./serviceThemes.ts";
import type {TopTheme} from "./themeOf.ts";

/** The usual themes of shops and services, for companies that configure none. A text that speaks of a part of a theme speaks of the theme. */
export const usualThemes: readonly TopTheme[] = [...serviceThemes, ...goodsThemes];

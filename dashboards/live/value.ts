import {crosshairs} from "./crosshair.ts";

/** The weekly curve can be read point by point. */
export const start = (): void => crosshairs();

import {bisectCenter} from "d3";
import type {Reading} from "../components/readout.ts";

/** The crosshair of a readout: pointer and ←/→ choose the nearest reading, its sentence is announced. */
export function crosshair(group: HTMLElement): void {
  const readings = JSON.parse(group.dataset.readings ?? "[]") as Reading[];
  const plot = group.querySelector<HTMLElement>(".plot");
  const out = group.querySelector<HTMLElement>(".out");
  if (!plot || !out || readings.length === 0) return;
  const cursor = plot.appendChild(Object.assign(document.createElement("i"), {className: "cursor", hidden: true}));
  const places = readings.map(({at}) => at);
  let index = -1;
  const show = (next: number) => {
    const clamped = Math.max(0, Math.min(readings.length - 1, next));
    if (clamped === index) return;
    index = clamped;
    const {at, text} = readings[index]!;
    cursor.hidden = false;
    cursor.style.left = `${at}%`;
    out.textContent = text;
  };
  group.tabIndex = 0;
  group.addEventListener("pointermove", ({clientX}) => {
    const {left, width} = plot.getBoundingClientRect();
    show(bisectCenter(places, ((clientX - left) / width) * 100));
  });
  group.addEventListener("keydown", (event) => {
    const move = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (move === undefined) return;
    event.preventDefault();
    show(index + move);
  });
}

/** Give every readout of the page its crosshair. */
export const crosshairs = (): void =>
  document.querySelectorAll<HTMLElement>("[data-readings]").forEach((group) => crosshair(group));

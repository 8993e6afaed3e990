const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant on the clock of a zone: `Mon 2026-06-08 09:20:00`. */
export function wallClock(at: Date, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    const style = {dateStyle: "short", timeStyle: "medium"} as const;
    format = new Intl.DateTimeFormat("sv-SE", {timeZone: zone, ...style});
    formats.set(zone, format);
  }
  const text = format.format(at);
  const weekday = new Date(`${text.slice(0, 10)}T12:00:00Z`).toUTCString().slice(0, 3);
  return `${weekday} ${text}`;
}

/** Seconds as hours, minutes and seconds: `63 h 50 min`, `2 min 5 s`, `0 min`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), "h"],
    [Math.floor((whole % 3600) / 60), "min"],
    [whole % 60, "s"]
  ] as const;
  return parts.flatMap(([n, unit]) => (n ? [`${n.toLocaleString("en-GB")} ${unit}`] : [])).join(" ") || "0 min";
}

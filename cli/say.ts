/** Prints one line of result under the name of its task. */
export const say = (task: string, text: string): void => console.log(`${task.padEnd(7)} ${text}`);

export const whole = (n: number): string => n.toLocaleString("en-GB");
export const plural = (n: number, one: string, many = `${one}s`): string => `${whole(n)} ${n === 1 ? one : many}`;
export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

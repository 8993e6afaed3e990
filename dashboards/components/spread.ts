/**
 * Positions moved apart until neighbours keep `gap`, each as near to its wish as the others allow.
 *
 * Overlapping labels form blocks that sit around the mean of their wishes (pool adjacent violators), inside [0, limit]
 * where there is room. The order of the input is kept.
 */
export function spread(wishes: readonly number[], gap: number, limit = 100): number[] {
  const order = wishes.map((wish, index) => ({wish, index})).sort((a, b) => a.wish - b.wish);
  const blocks: {sum: number; size: number}[] = [];
  const centre = (block: {sum: number; size: number}) => block.sum / block.size;
  const half = (block: {size: number}) => (block.size * gap) / 2;
  for (const {wish} of order) {
    let block = {sum: wish, size: 1};
    let last = blocks.at(-1);
    while (last && centre(last) + half(last) > centre(block) - half(block)) {
      block = {sum: last.sum + block.sum, size: last.size + block.size};
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  const places: number[] = [];
  let next = 0;
  for (const block of blocks) {
    const room = Math.max(0, limit - (block.size - 1) * gap);
    const start = Math.min(room, Math.max(0, centre(block) - half(block) + gap / 2));
    for (let i = 0; i < block.size; i++) places[order[next++]!.index] = start + i * gap;
  }
  return places;
}

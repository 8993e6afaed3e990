/** How many stand behind a row of tickets: its known customers or, where there are fewer or nobody knows any, its tickets. */
export const cellSize = ({tickets, customers}: {tickets: number; customers: number}): number =>
  customers > 0 ? Math.min(tickets, customers) : tickets;

/** The column that a file of rejected rows has besides those of its source. */
export const rejectReason = "rejected_because";

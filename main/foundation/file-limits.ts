/** @file How large a file may be that somebody opens, for the window that sends it and the core that reads it. */

/** The largest table or workbook that is read, in bytes. */
export const mostFileBytes = 32 * 1024 * 1024;
/** A larger file is sent in pieces of this many bytes: one long message would hold up everyone else's. */
export const pieceBytes = 1024 * 1024;

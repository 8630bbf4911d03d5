/** The largest table or workbook that is read, in bytes: 32 MiB. One message of a browser holds that and its envelope. */
export const mostFileBytes = 32 * 1024 * 1024;

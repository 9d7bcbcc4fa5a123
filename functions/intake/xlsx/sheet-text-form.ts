/** How the text of `sheetText` is to be read. */
export const sheetTextForm = { encoding: 'utf-8', byteOrderMark: false, delimiter: ',' } as const

/** Drawn text on one line: line breaks and whatever else does not print become spaces. */
export const printable = (text: string): string => text.replace(/[^\P{C}]|\p{Zl}|\p{Zp}/gu, ' ')

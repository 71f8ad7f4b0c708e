const START = 'not-imported.'

/** Id that stands for something which an import knows to be there and has no record of. It leads nowhere, or to a construct of which nothing is known. */
export const notImported = (what: string): string => `${START}${what.replace(/[^A-Za-z0-9._-]+/g, '-')}`.slice(0, 128)

/** Whether an id stands for something that an import has no record of. */
export const isNotImported = (id: string): boolean => id.startsWith(START)

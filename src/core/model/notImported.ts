const START = 'not-imported.'

/** Id that stands for something which an import knows to be there and has no record of. It leads nowhere, or to a construct of which nothing is known. */
export const notImported = (what: string): string => `${START}${what.replace(/[^A-Za-z0-9._-]+/g, '-')}`.slice(0, 128)

/** Whether an id stands for something that an import has no record of. */
export const isNotImported = (id: string): boolean => id.startsWith(START)

/** Stands for a block or an address that an import knows to be there and not what it is: nobody can read it. */
export const NOT_KNOWN = 'not-known'

/** Ids as AWS gives them, which nobody types. Source: EC2 guide, resource ids: 8 or 17 hexadecimal digits. */
const AWS_ID = /^[a-z]+(?:-[a-z]+)*-(?:[0-9a-f]{8}|[0-9a-f]{17})$/

/** Whether an id can only have come out of an import: what it names and the design lacks, the import lacked. */
export const isOfAws = (id: string): boolean => isNotImported(id) || AWS_ID.test(id)

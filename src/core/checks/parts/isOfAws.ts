import { isNotImported } from '../../model/notImported.ts'

/** Ids as AWS gives them, which nobody types. Source: EC2 guide, resource ids: 8 or 17 hexadecimal digits. */
const AWS_ID = /^[a-z]+(?:-[a-z]+)*-(?:[0-9a-f]{8}|[0-9a-f]{17})$/

/** Whether an id can only have come out of an import: what it names and the design lacks, the import lacked. */
export const isOfAws = (id: string): boolean => isNotImported(id) || AWS_ID.test(id)

import { asFields, asFlag, type Fields, type Value } from '../../fields.ts'
import { type Importing, note } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { unlessBlocked } from '../../unlessBlocked.ts'

/** Block Public Access, as one record says it; null: no file does. */
type Blocks = Fields | null

/** Block Public Access of a bucket or of an account; a call that found none says that all of it is off. */
export function blocksNamed(importing: Importing, member: 'Bucket' | 'AccountId', id: string): Blocks {
  const [said] = importing.where('PublicAccessBlocks', member, id)
  return said ? blocksIn(said.value.PublicAccessBlockConfiguration) : null
}
export const blocksIn = (value: Value): Fields => asFields(value)

/**
 * A policy with what stands against it where it is public: any of the records is enough to block, and what a record leaves out is off. Where a record is
 * missing and it matters, the policy is not known. Source: S3 API, PublicAccessBlockConfiguration; S3 guide, blocking public access.
 */
export function publiclyBlocked(
  importing: Importing,
  entry: Entry,
  name: string,
  policy: string | null,
  said: readonly Blocks[],
) {
  const blocks = (member: string): boolean | null => {
    const flags = said.map((one) => (one === null ? null : (asFlag(one[member]) ?? false)))
    return flags.includes(true) ? true : flags.includes(null) ? null : false
  }
  const all = {
    blockPublicAcls: blocks('BlockPublicAcls'),
    ignorePublicAcls: blocks('IgnorePublicAcls'),
    blockPublicPolicy: blocks('BlockPublicPolicy'),
    restrictPublicBuckets: blocks('RestrictPublicBuckets'),
  }
  const kept = unlessBlocked(policy, all.restrictPublicBuckets)
  const isOpen = kept !== policy
  if (Object.values(all).includes(null))
    note(
      importing,
      isOpen ? 'unknown' : 'assumed',
      `${name}: not all of its Block Public Access, and of its account’s, is in the files; ${
        isOpen
          ? 'whether its policy, which is public, lets in others is not known'
          : 'its policy is not public, so that it stands against nothing that this allows'
      }`,
      entry.place,
    )
  return {
    policy: kept,
    blockPublicAcls: all.blockPublicAcls !== false,
    ignorePublicAcls: all.ignorePublicAcls === true,
    blockPublicPolicy: all.blockPublicPolicy !== false,
    restrictPublicBuckets: all.restrictPublicBuckets !== false,
  }
}

import { isPublic } from '../policy/layers/isPublic.ts'
import { readPolicy } from '../policy/read/readPolicy.ts'

/**
 * The policy of a bucket or an access point, where Block Public Access may stand against it: it matters to one that is public alone, of which nobody
 * knows what it lets in as long as nobody knows that (`restricts`: null). Source: S3 guide, blocking public access, RestrictPublicBuckets.
 */
export function unlessBlocked(policy: string | null, restricts: boolean | null): string | null {
  if (policy === null || restricts !== null) return policy
  const read = readPolicy(policy, 'resource')
  return read.ok && isPublic(read.document) ? 'not known: whether Block Public Access stands against it' : policy
}

import { matchesWild } from '../../aws/actions/matchesWild.ts'
import type { ServiceActions } from '../../aws/actions/serviceActions.ts'

/** Keys that a role’s session brings along whatever it asks for. Source: IAM guide, AWS global condition context keys, “cross-service”: by the services that made the session. */
const OF_SESSIONS: ReadonlySet<string> = new Set([
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'glue:roleassumedby',
  'glue:credentialissuingservice',
  'identitystore:userid',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
])
export const isOfSession = (key: string): boolean => OF_SESSIONS.has(key.toLowerCase())

/** The key of a service that a name, in whatever case, is: `kms:EncryptionContext:${EncryptionContextKey}` for one of them. Null where it is none. */
export function serviceKeyOf(service: ServiceActions, key: string): string | null {
  if (isOfSession(key)) return key
  for (const name of service.keys.keys())
    if (matchesWild(name.replaceAll(/\$?\{[^}]*\}|<[^>]*>/g, '*'), key)) return name
  return null
}

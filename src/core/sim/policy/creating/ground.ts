import type { ApiCall } from '../../../model/design.ts'
import { type ContextValue, UNKNOWN } from '../../../policy/language/context.ts'
import { variablesIn } from '../../../policy/language/template.ts'
import type { AccessNet } from '../../../topology/access/accessNet.ts'
import type { Topology } from '../../../topology/topology.ts'
import { sessionPolicies } from '../sessionPolicies.ts'

/** What questions are made from. */
export interface Ground {
  readonly topology: Topology
  readonly access: AccessNet
  /** Whatever the policies name things by: resources, values of conditions, and tags of callers, which variables may stand for. */
  readonly texts: readonly string[]
  /** The condition keys that policies read, in small letters. */
  readonly read: ReadonlySet<string>
  /** Nobody said which tags the new thing gets. */
  readonly tagsNotSaid: boolean
}

/** Collects what policies look at, so that nothing is told apart that they do not. */
export function groundOf(
  topology: Topology,
  access: AccessNet,
  session: ApiCall['session'],
  tagsNotSaid: boolean,
): Ground {
  const texts = new Set<string>(access.identities.flatMap(({ tags }) => Object.values(tags)))
  const read = new Set<string>()
  for (const { document } of [...access.policies, ...sessionPolicies(session)])
    for (const { resources, conditions } of document?.statements ?? []) {
      const own = [...(resources?.these ?? []), ...conditions.flatMap(({ values }) => values)]
      for (const text of own) texts.add(text)
      for (const { key } of conditions) read.add(key.toLowerCase())
      for (const key of variablesIn(own, document!.version)) read.add(key.toLowerCase())
    }
  return { topology, access, texts: [...texts], read, tagsNotSaid }
}

/** The keys among those that policies read of which nobody knows what a question carries. */
export const openKeys = ({ read }: Ground, which: RegExp): Readonly<Record<string, ContextValue>> =>
  Object.fromEntries([...read].filter((key) => which.test(key)).map((key) => [key, UNKNOWN]))

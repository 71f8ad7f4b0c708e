import type { ConstructId } from '../../model/kinds/registry.ts'
import type { PolicyKind } from '../../policy/document.ts'
import { readPolicy } from '../../policy/read/readPolicy.ts'
import type { Origin } from '../origin.ts'
import type { PolicyNet } from './accessNet.ts'

/** An import writes what it does not know in the place of it. */
const NOT_KNOWN = /^(?:[\s\S]*")?not known: ([^"]*)/

/** A policy by its name, read. */
export function policyNet(
  { name, document: text }: { readonly name: string; readonly document: string | null },
  kind: PolicyKind,
  at: Origin,
): PolicyNet {
  if (text === null) return { name, document: null, at, problem: null }
  const [, missing] = NOT_KNOWN.exec(text) ?? []
  if (missing !== undefined) return { name, document: null, at, problem: `something of it is not known: ${missing}` }
  const read = readPolicy(text, kind)
  if (read.ok) return { name, document: read.document, at, problem: null }
  const [first] = read.problems
  return { name, document: null, at, problem: first ? `line ${first.line}: ${first.message}` : 'it cannot be read' }
}

/** The policy that stands in a construct itself; null = it has none. */
export const ownPolicy = (
  { id, name }: { readonly id: ConstructId; readonly name: string },
  text: string | null,
  kind: PolicyKind,
  field = 'policy',
): PolicyNet | null =>
  text === null ? null : policyNet({ name, document: text }, kind, { construct: id, path: [field] })

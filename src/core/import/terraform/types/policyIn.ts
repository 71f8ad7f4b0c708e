import { isUnknown } from '../../cloudformation/isUnknown.ts'
import type { Evaluated } from '../../cloudformation/stack.ts'
import { type Bag, bag, bags } from '../bag.ts'
import { blocksIn } from './balancers.ts'
import type { Block, Given, Loose, Maybe, Seen } from './terraformType.ts'
import { filled, listed } from './values.ts'

const DOCUMENT = 'aws_iam_policy_document'

/**
 * The policy in an attribute. One that is known only after the apply, and that a data source alone makes, is put together of the blocks of that, as far
 * as these are known. Source: AWS provider, data source aws_iam_policy_document.
 */
export function policyIn(seen: Seen, attribute: string): Maybe {
  const value = filled(seen.get(attribute))
  if (!isUnknown(value)) return value
  const [only, another] = seen.mentioned(attribute)
  return only?.instance.type === DOCUMENT && another === undefined ? (documentOf(only) ?? value) : value
}

/** null: other documents go into it, and what becomes of them is not in the file. */
function documentOf(document: Seen): Evaluated | null {
  if (MERGED.some((name) => listed(document.get(name)).length > 0)) return null
  const statements = document.blocks('statement')
  if (statements.length === 0) return null
  const unknown = bags(bag(document.instance.unknown).statement)
  return solid({
    Version: filled(document.get('version')) ?? '2012-10-17',
    Statement: statements.map((one, index) => ({
      Sid: filled(one.sid),
      Effect: filled(one.effect) ?? 'Allow',
      Action: some(one.actions),
      NotAction: some(one.not_actions),
      Resource: some(one.resources),
      NotResource: some(one.not_resources),
      Principal: principals(one.principals),
      NotPrincipal: principals(one.not_principals),
      Condition: conditions(one.condition, bags(unknown[index]?.condition)),
    })),
  })
}
const MERGED = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json']

const some = (value: Maybe): Loose => (isUnknown(value) || listed(value).length > 0 ? value : undefined)

/** `*` of any kind stands for everybody, as the provider writes it. */
function principals(value: Maybe): Loose {
  if (isUnknown(value)) return value
  const blocks = blocksIn(value)
  if (blocks.length === 0) return undefined
  const everybody = blocks.find(({ type, identifiers }) => type === '*' && listed(identifiers).includes('*'))
  if (everybody) return '*'
  const byType: Record<string, Loose> = {}
  for (const { type, identifiers } of blocks) {
    const name = typeof type === 'string' ? type : 'AWS'
    byType[name] = isUnknown(identifiers)
      ? identifiers
      : [...listed(byType[name] as Block[string]), ...listed(identifiers)]
  }
  return byType
}

/** Keys whose values are ids, which nobody makes a longer text of. */
const IDS = /^aws:source(?:vpc|vpce)$/i

/** `flags`: what of each is known only after the apply. Of a value that is made of something a plan says only what that is. */
function conditions(value: Maybe, flags: readonly Bag[]): Loose {
  if (isUnknown(value)) return value
  const found: Record<string, Record<string, Loose>> = {}
  for (const [index, { test, variable, values: said }] of blocksIn(value).entries()) {
    if (typeof test !== 'string' || typeof variable !== 'string') return { unknown: 'a condition of the document' }
    const isMade = isOpen(flags[index]?.values) && !IDS.test(variable)
    const values = isMade ? { unknown: `a value of ${variable}, which is known only after the apply` } : said
    const before = found[test]?.[variable]
    found[test] = {
      ...found[test],
      [variable]: isUnknown(values) ? values : [...listed(before as Block[string]), ...listed(values)],
    }
  }
  return Object.keys(found).length === 0 ? undefined : found
}

const isOpen = (flag: unknown): boolean => flag === true || (Array.isArray(flag) && flag.includes(true))

/** Without what is not there. */
function solid(value: Loose): Evaluated {
  if (Array.isArray(value)) return (value as readonly Loose[]).map(solid)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value as Given).flatMap(([name, one]) => (one === undefined ? [] : [[name, solid(one)]])),
  )
}

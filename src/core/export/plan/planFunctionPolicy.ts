import { listOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { makePart, type Part } from './part.ts'
import { addRemark, type Planning, wantConstruct } from './planning.ts'
import { planPolicy } from './planPolicy.ts'
import type { PolicyPiece, PolicyTree } from './policyText.ts'
import { wordOfName } from './wordOfName.ts'

/** The policy of a function as AWS takes it: a permission for each statement. Source: Lambda guide, resource-based policies; API reference, AddPermission. */
export function planFunctionPolicy(
  construct: ConstructOf<'policy-resource'>,
  planning: Planning,
  name: string,
): readonly Part[] {
  if (construct.policy === null) return []
  const client = listOfKind(planning.design, 'client').find(
    (one) => one.runtime === 'lambda' && (one.awsId ?? one.name) === name && planning.places.has(one.id),
  )
  const leave = (why: string): readonly Part[] => {
    addRemark(planning, construct, `${why}. Put it by hand: it stands in policies/${construct.id}.json.`)
    return []
  }
  if (!client) return leave('its function is not drawn as a client, so nothing makes it, nor its policy')
  // A permission of a function as a whole would let in more than one of a version or an alias
  if (!isOfWhole(construct)) return leave('its policy is of a version or an alias, which is not drawn')
  const { policy, needs } = planPolicy(planning, construct, construct.policy, 'attached')
  const list = policy.text === undefined ? listIn(membersOf(policy.tree).Statement) : null
  const read = list?.map(permissionIn) ?? [null]
  if (read.some((one) => one === null))
    return leave('its policy says more than permissions of Lambda can, so it is left out')
  const key = wantConstruct(planning, client)
  return read.flatMap((one, index) => {
    if (one === null) return []
    const sid = one.sid ?? `permission-${index + 1}`
    const word = one.sid === null ? sid : `permission-${wordOfName(sid)}`
    return [makePart('function-permission', construct, word, [key, ...needs], { ...one, function: key, sid })]
  })
}

/** Whether it and all that its policy names is the function without a qualifier. */
function isOfWhole({ arn, policy }: ConstructOf<'policy-resource'>): boolean {
  const named = [...(policy ?? '').matchAll(/"(?:arn:[^":]+:lambda:[^"]*)"/g)].map(([text]) => text.slice(1, -1))
  return [arn, ...named].every((text) => text.split(':').length <= 7)
}

type Members = Readonly<Record<string, PolicyTree | undefined>>
const membersOf = (tree: PolicyTree | undefined): Members =>
  typeof tree === 'object' && 'members' in tree ? Object.fromEntries(tree.members) : {}
const listIn = (tree: PolicyTree | undefined): readonly PolicyTree[] =>
  tree === undefined ? [] : typeof tree === 'object' && 'list' in tree ? tree.list : [tree]
/** One text, in a list of its own or by itself. */
function textIn(tree: PolicyTree | undefined): readonly PolicyPiece[] | null {
  const [only, ...more] = listIn(tree)
  return only !== undefined && more.length === 0 && Array.isArray(only) ? (only as readonly PolicyPiece[]) : null
}
const plainIn = (tree: PolicyTree | undefined): string | null => {
  const [only, ...more] = textIn(tree) ?? []
  return typeof only === 'string' && more.length === 0 ? only : null
}

/** Conditions that a permission can say: operators of either kind say the same of such values. */
const CONDITIONS: Readonly<Record<string, 'sourceArn' | 'sourceAccount' | 'organisation'>> = {
  'aws:sourcearn': 'sourceArn',
  'aws:sourceaccount': 'sourceAccount',
  'aws:principalorgid': 'organisation',
}
const OPERATORS: Readonly<Record<string, string>> = {
  sourceArn: 'ArnLike',
  sourceAccount: 'StringEquals',
  organisation: 'StringEquals',
}

function permissionIn(tree: PolicyTree) {
  const { Sid, Effect, Action, Principal, Resource, Condition, ...others } = membersOf(tree)
  const action = plainIn(Action)
  const who = membersOf(Principal)
  const principal = textIn(Principal) ?? textIn(who.AWS ?? who.Service)
  const found: { -readonly [N in 'sourceArn' | 'sourceAccount' | 'organisation']?: readonly PolicyPiece[] } = {}
  let isSaid = Object.keys(others).length === 0 && Object.keys(who).length <= 1 && textIn(Resource) !== null
  for (const [operator, keys] of Object.entries(membersOf(Condition)))
    for (const [key, value] of Object.entries(membersOf(keys))) {
      const name = CONDITIONS[key.toLowerCase()]
      const text = textIn(value)
      if (name === undefined || text === null || OPERATORS[name] !== operator) isSaid = false
      else found[name] = text
    }
  const organisation = found.organisation ? plainIn(found.organisation) : null
  if (plainIn(Effect) !== 'Allow' || action === null || !/^lambda:\w+$/.test(action) || principal === null || !isSaid)
    return null
  return {
    sid: plainIn(Sid),
    action,
    principal,
    sourceArn: found.sourceArn ?? null,
    sourceAccount: found.sourceAccount ?? null,
    organisation,
  }
}

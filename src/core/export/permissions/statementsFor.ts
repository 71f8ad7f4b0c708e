import { compareText, sortedBy } from '../../base/order.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { ACTIONS } from './actions.ts'
import { isReading, tidy, typesOf, type Whereabouts } from './arnsOf.ts'
import { type Conditions, type Grant, grantsFor, type Holding, TAGGING } from './grantsFor.ts'
import { neededActions } from './neededActions.ts'
import type { Statement } from './packStatements.ts'
import { isFromAws, taggedTypes, typeOf } from './resourceTypes.ts'

/** How a format asks AWS for what it makes. */
export interface Deployer {
  /** CloudFormation asks in the caller's name: what it asks for is allowed by way of it alone, and so is held to the template instead of to tags. */
  readonly byCloudFormation: boolean
  /** Parts that are asked for directly in any case. */
  readonly isByHand: (part: Part) => boolean
  /** IAM actions that the tool takes beside those of the parts. */
  readonly further: (stacks: readonly StackPlan[]) => readonly string[]
}

const VIA: Conditions = { 'ForAnyValue:StringEquals': { 'aws:CalledVia': ['cloudformation.amazonaws.com'] } }

/** What one account's deployer is allowed: the actions of its parts, on things of their types, there. `all` are the stacks of the whole export. */
export function statementsFor(
  own: readonly StackPlan[],
  all: readonly StackPlan[],
  { byCloudFormation, isByHand, further }: Deployer,
  where: Whereabouts,
  regions: readonly string[],
): readonly Statement[] {
  const parts = own.flatMap((stack) => stack.parts)
  // Images are read by a statement of their own
  const needed = [...new Set([...neededActions(own), ...further(own)])].filter((action) => !action.startsWith('ssm:'))
  const holding: Holding = {
    where,
    regions,
    needed,
    tagged: taggedTypes(own, all),
    made: new Set(parts.flatMap(({ name }) => ACTIONS[name].map((action) => `${action} ${typeOf(name)}`))),
    touched: needed.filter((action) => action.startsWith('ec2:') && !TAGGING.has(action)).flatMap(typesOf),
    fromAws: new Set(parts.filter(isFromAws).flatMap(({ name }) => typeOf(name) ?? [])),
  }
  if (!byCloudFormation) return together(needed.flatMap((action) => grantsFor(action, holding, {}, true)))
  const byHand = new Set([
    ...parts.filter(isByHand).flatMap(({ name }) => ACTIONS[name]),
    // deploy.sh looks them up for the template
    'ec2:DescribeManagedPrefixLists',
  ])
  return together(
    needed.flatMap((action) =>
      byHand.has(action) && isReading(action)
        ? grantsFor(action, holding, {}, false)
        : [
            ...grantsFor(action, holding, VIA, false),
            ...(byHand.has(action)
              ? grantsFor(action, holding, {}, false).map((one) => ({ ...one, sid: `ByHand${one.sid}` }))
              : []),
          ],
    ),
  )
}

/** Grants under the same words and conditions, of one service, in one statement: an action reaches no other types than its own. */
function together(grants: readonly Grant[]): readonly Statement[] {
  const groups = new Map<string, Grant[]>()
  for (const grant of grants) {
    const service = grant.resources.includes('*') ? '' : grant.action.split(':')[0]!
    const key = `${grant.sid} ${service} ${JSON.stringify(grant.condition)}`
    groups.set(key, [...(groups.get(key) ?? []), grant])
  }
  const counts = new Map<string, number>()
  return sortedBy([...groups], ([key]) => key).map(([, some]) => {
    const { sid, condition } = some[0]!
    const count = (counts.get(sid) ?? 0) + 1
    counts.set(sid, count)
    return {
      Sid: count === 1 ? sid : `${sid}And${count}`,
      Effect: 'Allow',
      Action: [...new Set(some.map(({ action }) => action))].sort(compareText),
      Resource: tidy(some.flatMap(({ resources }) => resources)),
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    }
  })
}

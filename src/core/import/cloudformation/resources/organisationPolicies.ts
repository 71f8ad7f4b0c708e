import type { Evaluated, StackResource } from '../stack.ts'
import { documentText } from './policyOn.ts'
import { allOf, anyOf, tell } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { listOf, textOf } from './values.ts'

const POLICY = 'AWS::Organizations::Policy'
/** Source: AWS CloudFormation Template Reference, AWS::Organizations::Policy, Type. */
const TYPES = { scps: 'SERVICE_CONTROL_POLICY', rcps: 'RESOURCE_CONTROL_POLICY' } as const
type Field = keyof typeof TYPES

/** What policies of the organisation come to for an account that they name by its number. */
export interface LevelsOfAccount {
  readonly scps: Evaluated
  readonly rcps: Evaluated
}

/**
 * The levels of an account of which templates name the policies of the last alone; null: they name none for it. What is attached above it nobody has
 * said, nor what else is attached to it: a policy that denies does so in any case.
 */
export function levelsOfAccount(putting: Putting, account: string): LevelsOfAccount | null {
  const own = (field: Field) =>
    allOf(putting, POLICY).filter(
      ({ properties }) => isOf(properties.Type, field) && names(properties.TargetIds, account),
    )
  const levels = (field: Field): Evaluated => {
    const policies = own(field).map(({ properties, logicalId }) => ({
      name: textOf(properties.Name) ?? logicalId,
      document: documentText(properties.Content),
    }))
    const open = { name: 'what else is attached', document: null }
    return policies.length === 0
      ? []
      : [
          { target: 'levels that are not known', policies: [open] },
          { target: account, policies: [...policies, open] },
        ]
  }
  const found = { scps: levels('scps'), rcps: levels('rcps') }
  return listOf(found.scps).length + listOf(found.rcps).length === 0 ? null : found
}

const isOf = (type: Evaluated | undefined, field: Field): boolean => textOf(type) === TYPES[field]
const names = (targets: Evaluated | undefined, account: string): boolean =>
  listOf(targets).some((one) => textOf(one) === account)

/** Of a root or a unit nobody knows here which accounts are in it. */
function tellReach(resource: StackResource, putting: Putting): undefined {
  const { Type, TargetIds } = resource.properties
  if (!Object.values(TYPES).some((one) => one === textOf(Type)))
    return tell(putting, resource, 'unused', 'a policy of this type allows and denies no call')
  const accounts = new Set(putting.stacks.map(({ account }) => account))
  const others = listOf(TargetIds).filter((one) => !accounts.has(textOf(one) ?? ''))
  if (listOf(TargetIds).length === 0) return tell(putting, resource, 'unused', 'it is attached to nothing')
  if (others.length > 0)
    tell(
      putting,
      resource,
      'unknown',
      'which accounts its roots and units hold is not in the files; it is taken to reach those alone that it names by number',
    )
}

/** Policies of an organisation, where templates make them. */
export const organisationPolicies: Readonly<Record<string, ResourceType>> = { [POLICY]: anyOf(tellReach) }

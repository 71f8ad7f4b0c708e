import type { PolicyUse } from '../../model/kinds/policyUse.ts'
import { conditionsAgainst, conditionsFor, conditionsTogether, isAlike } from './conditionsAgainst.ts'
import type { ProposedCall } from './proposedCall.ts'
import type { ProposedCondition, ProposedStatement } from './proposedStatement.ts'

/** Where a statement is to stand, as far as it is written otherwise there. */
export interface StatementPlace {
  readonly use: PolicyUse
  /** Of a gateway endpoint, whose `Principal` names nobody but everybody. Source: PrivateLink guide, gateway endpoints. */
  readonly gateway: boolean
}

/** The least statements that allow a call: with no condition, or with one that tells it from calls that must not pass. */
export function allowing(
  call: ProposedCall,
  place: StatementPlace,
  against: readonly ProposedCall[],
): readonly ProposedStatement[] {
  const { principal, conditions } = whoIn(call, place)
  const plain: ProposedStatement = {
    effect: 'Allow',
    principal,
    actions: [call.action],
    resources: place.use === 'trust' ? [] : [call.resource],
    conditions,
  }
  const alike = against.filter((one) => isAlike(call, one))
  const told = conditionsFor(call, alike).filter(({ key }) => !conditions.some((one) => one.key === key))
  return [plain, ...told.map((one) => ({ ...plain, conditions: [...conditions, one] }))]
}

/** Statements that deny a call and none of the others. None: no key tells it from all of them. */
export function denying(
  call: ProposedCall,
  place: StatementPlace,
  others: readonly ProposedCall[],
): readonly ProposedStatement[] {
  const alike = others.filter((one) => isAlike(call, one))
  const plain: ProposedStatement = {
    effect: 'Deny',
    principal: place.use === 'identity' ? null : '*',
    actions: [call.action],
    resources: place.use === 'trust' ? [] : [call.resource],
    conditions: [],
  }
  if (alike.length > 0) {
    const single = conditionsAgainst(call, alike).map((one) => ({ ...plain, conditions: [one] }))
    const several = single.length > 0 ? null : conditionsTogether(call, alike)
    return several ? [{ ...plain, conditions: several }] : single
  }
  return [place.use === 'identity' ? plain : { ...plain, ...whoIn(call, place) }]
}

/** Who calls, as a statement there names it. */
function whoIn(
  { principal }: ProposedCall,
  { use, gateway }: StatementPlace,
): { readonly principal: ProposedStatement['principal']; readonly conditions: readonly ProposedCondition[] } {
  if (use === 'identity' || use === 'boundary') return { principal: null, conditions: [] }
  if (principal === 'anonymous') return { principal: '*', conditions: [] }
  const isArn = principal.startsWith('arn:')
  if (gateway)
    return {
      principal: '*',
      conditions: [
        isArn
          ? { operator: 'ArnEquals', key: 'aws:PrincipalArn', values: [principal] }
          : { operator: 'StringEquals', key: 'aws:PrincipalServiceName', values: [principal] },
      ],
    }
  return { principal: { kind: isArn ? 'AWS' : 'Service', names: [principal] }, conditions: [] }
}

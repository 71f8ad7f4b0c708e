import type { ConstructOf } from '../../model/kinds/registry.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { planFunctionPolicy } from './planFunctionPolicy.ts'
import { addRemark, type Planner, type Planning } from './planning.ts'
import { isLater, planArn, planPolicy } from './planPolicy.ts'
import { KEY_ID, readArn } from './policyNames.ts'
import { wordOfName } from './wordOfName.ts'

type Resource = ConstructOf<'policy-resource'>
type PlanOf = (construct: Resource, planning: Planning, name: string) => readonly Part[]

const called = (construct: Resource, text: string) => ({ called: { text, of: construct.id } })
const own = (construct: Resource, planning: Planning, how: 'made' | 'attached') =>
  construct.policy === null ? null : planPolicy(planning, construct, construct.policy, how)

const queue: PlanOf = (construct, planning, name) => {
  const key = keyOf(construct)
  const plan = own(construct, planning, 'attached')
  return [
    makePart('queue', construct, null, [], called(construct, name)),
    ...(plan === null
      ? []
      : [makePart('queue-policy', construct, 'policy', [key, ...plan.needs], { queue: key, policy: plan.policy })]),
  ]
}

const topic: PlanOf = (construct, planning, name) => {
  const key = keyOf(construct)
  const plan = own(construct, planning, 'attached')
  return [
    makePart('topic', construct, null, [], called(construct, name)),
    ...(plan === null
      ? []
      : [makePart('topic-policy', construct, 'policy', [key, ...plan.needs], { topic: key, policy: plan.policy })]),
  ]
}

/** AWS chooses the id of a key; a drawn one that is none becomes its alias. */
const key: PlanOf = (construct, planning, name) => {
  const of = keyOf(construct)
  const plan = own(construct, planning, 'made')
  const comesLater = isLater(planning, construct)
  const isChosen = KEY_ID.test(name)
  const aliases = [...new Set([...(isChosen ? [] : [`alias/${name}`]), ...construct.aliases])]
  addRemark(
    planning,
    construct,
    `AWS chooses the id of the key; ${isChosen ? 'it will not be the drawn one' : `the drawn name becomes its alias, alias/${name}`}. What is drawn with it follows; what names it elsewhere does not.`,
  )
  if (comesLater)
    addRemark(
      planning,
      construct,
      'its policy names what waits for the key itself, so it is put afterwards. Until then the key has AWS’s default policy, by which the policies of its account decide.',
    )
  return [
    makePart('key', construct, null, comesLater ? [] : (plan?.needs ?? []), {
      multiRegion: name.startsWith('mrk-'),
      policy: comesLater ? null : (plan?.policy ?? null),
    }),
    ...(plan !== null && comesLater
      ? [makePart('key-policy', construct, 'policy', [of, ...plan.needs], { of, policy: plan.policy })]
      : []),
    ...aliases.map((text, index) => {
      const alias = text.replace(/^alias\//, '')
      const isName = index === 0 && !isChosen
      return makePart('key-alias', construct, isName ? 'alias' : `alias-${wordOfName(alias)}`, [of], {
        of,
        alias,
        isName,
      })
    }),
    ...construct.grants.flatMap((grant, index): Part[] => {
      if (grant.constrained) {
        addRemark(
          planning,
          construct,
          `its grant to ${grant.grantee} holds under an encryption context that is not drawn. Make it by hand.`,
        )
        return []
      }
      const { pieces, needs } = planArn(planning, construct, grant.grantee, 'Principal')
      const details = { of, grantee: pieces, operations: grant.operations }
      return [makePart('key-grant', construct, `grant-${index + 1}`, [of, ...needs], details)]
    }),
  ]
}

const secret: PlanOf = (construct, planning, name) => {
  const of = keyOf(construct)
  const plan = own(construct, planning, 'attached')
  addRemark(planning, construct, 'the secret is made without a value.')
  return [
    makePart('secret', construct, null, [], called(construct, name)),
    ...(plan === null
      ? []
      : [makePart('secret-policy', construct, 'policy', [of, ...plan.needs], { secret: of, policy: plan.policy })]),
  ]
}

const repository: PlanOf = (construct, planning, name) => {
  const plan = own(construct, planning, 'made')
  const details = { ...called(construct, name), policy: plan?.policy ?? null }
  return [makePart('repository', construct, null, plan?.needs ?? [], details)]
}

const eventBus: PlanOf = (construct, planning, name) => {
  if (name === 'default') return byHand(construct, planning, 'every account has that bus')
  const plan = own(construct, planning, 'made')
  const details = { ...called(construct, name), policy: plan?.policy ?? null }
  return [makePart('event-bus', construct, null, plan?.needs ?? [], details)]
}

const services: Readonly<Record<string, PlanOf>> = {
  sqs: queue,
  sns: topic,
  kms: key,
  secretsmanager: secret,
  ecr: repository,
  events: eventBus,
  lambda: planFunctionPolicy,
}

function byHand(construct: Resource, planning: Planning, why: string): readonly Part[] {
  addRemark(
    planning,
    construct,
    `${why}, so it is not made here${construct.policy === null ? '.' : `. Put its policy by hand: it stands in policies/${construct.id}.json.`}`,
  )
  return []
}

/** What an ARN is of, as far as the export makes such things; the rest is left to hands. */
export const policyResource: Planner<'policy-resource'> = (construct, planning) => {
  const arn = readArn(construct.arn)
  const plan = arn && services[arn.service]
  return arn && plan
    ? plan(construct, planning, arn.name)
    : byHand(construct, planning, `nothing is known of how “${construct.arn}” is made`)
}

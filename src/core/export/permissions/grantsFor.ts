import { compareText } from '../../base/order.ts'
import { arnsOf, isReading, rootsOf, takesTags, typesOf, type Whereabouts } from './arnsOf.ts'
import type { Statement } from './packStatements.ts'

export type Conditions = NonNullable<Statement['Condition']>
/** What one action is allowed on, and under what conditions. */
export interface Grant {
  readonly sid: string
  readonly action: string
  readonly resources: readonly string[]
  readonly condition: Conditions
}
/** What is known of a deployer's things in one account. */
export interface Holding {
  readonly where: Whereabouts
  readonly regions: readonly string[]
  /** All actions that are taken. */
  readonly needed: readonly string[]
  /** Types of EC2 all of whose things carry the tag of the deployment. */
  readonly tagged: ReadonlySet<string>
  /** `action type` of what parts make. */
  readonly made: ReadonlySet<string>
  /** Types of EC2 that actions reach beside those that write tags. */
  readonly touched: readonly string[]
  /** Types of what AWS makes with a VPC and the design fills. */
  readonly fromAws: ReadonlySet<string>
}

/** Services that have one endpoint for all Regions. */
const GLOBAL: ReadonlySet<string> = new Set(['iam', 'route53', 'sts'])
/** Who takes on the roles that AWS makes for itself, by the actions that have them made. Source: the services' guides. */
const LINKED: Readonly<Record<string, string>> = {
  'elasticloadbalancing:CreateLoadBalancer': 'elasticloadbalancing.amazonaws.com',
  'ecs:CreateService': 'ecs.amazonaws.com',
  'network-firewall:CreateFirewall': 'network-firewall.amazonaws.com',
  'vpc-lattice:CreateResourceGateway': 'vpc-lattice.amazonaws.com',
  'ec2:CreateTransitGatewayVpcAttachment': 'transitgateway.amazonaws.com',
}
/** Who is handed roles that are made here. */
const HANDED: Readonly<Record<string, string>> = {
  'lambda:CreateFunction': 'lambda.amazonaws.com',
  'ecs:RegisterTaskDefinition': 'ecs-tasks.amazonaws.com',
  'ec2:RunInstances': 'ec2.amazonaws.com',
}
/** They write tags, whatever the thing is. */
export const TAGGING: ReadonlySet<string> = new Set(['ec2:CreateTags', 'ec2:DeleteTags'])

/** Grants of an action. With `byTags` EC2 is held to what carries the tag of the deployment, where IAM can ask for it. */
export function grantsFor(action: string, holding: Holding, via: Conditions, byTags: boolean): readonly Grant[] {
  const { where, regions, needed } = holding
  const [service = ''] = action.split(':')
  const isRegional = !GLOBAL.has(service) && regions.length > 0
  const always = merge(isRegional ? { StringEquals: { 'aws:RequestedRegion': regions } } : {}, via)
  const grant = (sid: string, resources: readonly string[], more: Conditions = {}): readonly Grant[] =>
    resources.length === 0 ? [] : [{ sid, action, resources, condition: merge(always, more) }]
  const onAll = (some: readonly string[]) => some.flatMap((type) => arnsOf(service, type, where))
  const types = TAGGING.has(action) ? typesOf(action).filter((type) => holding.touched.includes(type)) : typesOf(action)
  if (action === 'iam:CreateServiceLinkedRole')
    return grant('RolesOfServices', [`arn:${where.partition}:iam::${where.account}:role/aws-service-role/*`], {
      StringEquals: { 'iam:AWSServiceName': namedBy(LINKED, needed) },
    })
  if (action === 'iam:PassRole')
    return grant('HandOverRoles', onAll(types), { StringEquals: { 'iam:PassedToService': namedBy(HANDED, needed) } })
  if (action === 'sts:AssumeRole')
    return grant(
      'AcceptPeerings',
      rootsOf(where.deployments).map((name) => `arn:${where.partition}:iam::*:role/${name}-*`),
    )
  if (isReading(action)) return grant('Read', ['*'])
  if (types.length === 0) return grant('Change', ['*'])
  if (!byTags || service !== 'ec2') return grant('Change', onAll(types))

  const tag = (key: string): Conditions => ({ StringEquals: { [`aws:${key}/hopwise:design`]: where.deployments } })
  const carries = (type: string) => holding.tagged.has(type) && takesTags(action, type, 'r')
  if (TAGGING.has(action)) {
    const makers = needed.filter(
      (one) => one.startsWith('ec2:') && typesOf(one).some((type) => takesTags(one, type, 'q')),
    )
    const making = makers.map((one) => one.slice('ec2:'.length)).sort(compareText)
    return [
      ...(action === 'ec2:CreateTags'
        ? grant('TagWhatIsMade', onAll(types), { StringEquals: { 'ec2:CreateAction': making } })
        : []),
      ...grant('TagOwn', onAll(types.filter(carries)), tag('ResourceTag')),
      ...grant('TagWhatAwsMade', onAll(types.filter((type) => holding.fromAws.has(type)))),
    ]
  }
  const isMade = (type: string) =>
    holding.tagged.has(type) && takesTags(action, type, 'q') && holding.made.has(`${action} ${type}`)
  const isOwn = (type: string) => carries(type) && !isMade(type)
  return [
    ...grant('MakeWithTag', onAll(types.filter(isMade)), tag('RequestTag')),
    ...grant('ChangeOwn', onAll(types.filter(isOwn)), tag('ResourceTag')),
    ...grant('Change', onAll(types.filter((type) => !isMade(type) && !isOwn(type)))),
  ]
}

const namedBy = (table: Readonly<Record<string, string>>, needed: readonly string[]): readonly string[] =>
  [...new Set(needed.flatMap((action) => table[action] ?? []))].sort(compareText)

function merge(a: Conditions, b: Conditions): Conditions {
  const operators = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(compareText)
  return Object.fromEntries(operators.map((one) => [one, { ...a[one], ...b[one] }]))
}

import { listOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { keyOf, makePart } from './part.ts'
import { planIdentity } from './planIdentity.ts'
import { addRemark, type Planner, type Planning } from './planning.ts'
import { planPolicy } from './planPolicy.ts'

type Role = ConstructOf<'iam-role'>

/** Who takes on the role of a client, by what runs it. Source: IAM guide, AWS service principals of EC2, Lambda and ECS tasks. */
const SERVICES: { readonly [R in ConstructOf<'client'>['runtime']]?: string } = {
  ec2: 'ec2.amazonaws.com',
  lambda: 'lambda.amazonaws.com',
  ecs: 'ecs-tasks.amazonaws.com',
}
/** What a function in a VPC cannot be made without. */
const FOR_FUNCTIONS = 'service-role/AWSLambdaVPCAccessExecutionRole'
/** The role under its drawn name and path, its boundary, each of its policies, and a profile where instances have it. */
export const iamRole: Planner<'iam-role'> = (construct, planning) => {
  const own = keyOf(construct)
  const clients = listOfKind(planning.design, 'client').filter(({ role }) => role === construct.id)
  const trust = planPolicy(
    planning,
    construct,
    construct.trustPolicy ?? defaultTrust(construct, planning),
    'made',
    'its trust policy',
  )
  const { policies, boundaries, managedBoundary, ...identity } = planIdentity(planning, construct)
  const managed = [...identity.managed]
  if (
    clients.some(({ runtime }) => runtime === 'lambda') &&
    !managed.some((one) => one.endsWith('VPCAccessExecutionRole'))
  ) {
    managed.push(FOR_FUNCTIONS)
    addRemark(
      planning,
      construct,
      `AWS makes no function in a VPC whose role may not make network interfaces, so ${FOR_FUNCTIONS.split('/')[1]} of AWS’s is attached besides.`,
    )
  }
  const hasInstances = clients.some(({ runtime }) => runtime === 'ec2')
  if (hasInstances && planning.design.deploy?.sessionManager)
    addRemark(
      planning,
      construct,
      'Session Manager reaches its instances where the role allows that; AmazonSSMManagedInstanceCore of AWS’s does, and is not attached to it.',
    )
  return [
    ...boundaries,
    makePart('role', construct, null, [...boundaries.map(({ key }) => key), ...trust.needs], {
      trust: trust.policy,
      boundary: boundaries[0]?.key ?? null,
      managedBoundary,
      managed: [...new Set(managed)],
    }),
    ...policies,
    ...(hasInstances ? [makePart('role-profile', construct, 'profile', [own], { role: own })] : []),
  ]
}

/** By whoever has it; where nobody does, by its account. */
function defaultTrust(construct: Role, planning: Planning): string {
  const services = listOfKind(planning.design, 'client')
    .filter(({ role }) => role === construct.id)
    .flatMap(({ runtime }) => SERVICES[runtime] ?? [])
  const who = [...new Set(services)].sort()
  const Principal =
    who.length === 0
      ? { AWS: `arn:aws:iam::${planning.accountId}:root` }
      : { Service: who.length === 1 ? who[0]! : who }
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  })
}

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
  const clients = clientsOf(construct, planning)
  const trust = planPolicy(
    planning,
    construct,
    construct.trustPolicy ?? defaultTrust(construct, clients, planning),
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

/** Clients that call AWS by the role, or are started by it. */
const clientsOf = ({ id }: Role, { design }: Planning): readonly ConstructOf<'client'>[] =>
  listOfKind(design, 'client').filter(({ role, executionRole }) => role === id || executionRole === id)

/** By whoever has it; where no service does, by its account, since AWS makes no role that nobody may take on. */
function defaultTrust(construct: Role, clients: readonly ConstructOf<'client'>[], planning: Planning): string {
  const who = [...new Set(clients.flatMap(({ runtime }) => SERVICES[runtime] ?? []))].sort()
  if (who.length === 0)
    addRemark(
      planning,
      construct,
      'nobody said who may take it on. It is trusted to its account, so whoever may assume roles there may take it on. Draw its trust policy.',
    )
  const Principal =
    who.length === 0
      ? { AWS: `arn:aws:iam::${planning.accountId}:root` }
      : { Service: who.length === 1 ? who[0]! : who }
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  })
}

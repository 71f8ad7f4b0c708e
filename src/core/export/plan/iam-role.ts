import { listOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { managedByAws } from './managedByAws.ts'
import { keyOf, makePart, type Part } from './part.ts'
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
/** Characters of all policies of a role’s own together, white space apart. Source: IAM guide, IAM and STS quotas. */
const MOST_INLINE = 10_240

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
  const boundary = planBoundary(construct, planning)
  const managed: string[] = []
  const policies: Part[] = []
  const names = new Set<string>()
  for (const { name, document } of construct.policies) {
    const known = document === null ? managedByAws(name) : null
    if (known !== null) managed.push(known)
    else if (document === null)
      addRemark(planning, construct, `nobody said what stands in its policy “${name}”: attach it by hand.`)
    else {
      const policyName = nameFree(name, names)
      const { policy, needs } = planPolicy(planning, construct, document, 'attached', `its policy “${name}”`)
      const key = `policy-${names.size}`
      policies.push(makePart('role-policy', construct, key, [own, ...needs], { role: own, policy, policyName }))
    }
  }
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
  const length = construct.policies.reduce((sum, { document }) => sum + (document ?? '').replace(/\s/g, '').length, 0)
  if (length > MOST_INLINE)
    addRemark(
      planning,
      construct,
      `its policies have ${length} characters, and AWS takes ${MOST_INLINE} of a role’s own. Make managed policies of some.`,
    )
  const hasInstances = clients.some(({ runtime }) => runtime === 'ec2')
  if (hasInstances && planning.design.deploy?.sessionManager)
    addRemark(
      planning,
      construct,
      'Session Manager reaches its instances where the role allows that; AmazonSSMManagedInstanceCore of AWS’s does, and is not attached to it.',
    )
  return [
    ...boundary.parts,
    makePart('role', construct, null, [...boundary.parts.map(({ key }) => key), ...trust.needs], {
      trust: trust.policy,
      boundary: boundary.parts[0]?.key ?? null,
      managedBoundary: boundary.managed,
      managed: [...new Set(managed)],
    }),
    ...policies,
    ...(hasInstances ? [makePart('role-profile', construct, 'profile', [own], { role: own })] : []),
  ]
}

/** Two policies of one name take the place of each other. */
function nameFree(name: string, taken: Set<string>): string {
  const free = taken.has(name) ? `${name.slice(0, 120)}-${taken.size + 1}` : name
  taken.add(free)
  return free
}

function planBoundary(
  construct: Role,
  planning: Planning,
): { readonly parts: readonly Part[]; readonly managed: string | null } {
  const [first] = construct.boundary
  if (first === undefined) return { parts: [], managed: null }
  if (first.document === null) {
    const managed = managedByAws(first.name)
    if (managed === null)
      addRemark(
        planning,
        construct,
        `nobody said what stands in its permissions boundary “${first.name}”. It is made without one, so it may do more than is drawn until you set it.`,
      )
    return { parts: [], managed }
  }
  const { policy, needs } = planPolicy(planning, construct, first.document, 'made', 'its permissions boundary')
  return { parts: [makePart('role-boundary', construct, 'boundary', needs, { policy })], managed: null }
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

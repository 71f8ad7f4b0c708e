import type { Catalogue } from '../../src/core/aws/index.ts'
import { type Construct, type Design, vpcOf } from '../../src/core/model/index.ts'
import { differencesOf, nameImported, requestsOf } from '../moto/sameAnswers.ts'

/** What no deployment makes: it stands outside, or is not in the network. */
const NEVER_MADE: ReadonlySet<Construct['kind']> = new Set([
  'internet-host',
  'on-premises-host',
  'on-premises-network',
  'aws-service',
  'direct-connect',
])

/** Counted by nobody: AWS's own, or drawn once for several. */
const NOT_COUNTED: ReadonlySet<Construct['kind']> = new Set(['account', 'region', 'availability-zone'])

/** The drawing without what stands in the internet: no import knows it, and answers name it. */
const asMade = (design: Design): Design => ({
  ...design,
  constructs: Object.fromEntries(
    Object.entries(design.constructs).filter(([, { kind }]) => kind !== 'aws-service' && kind !== 'internet-host'),
  ),
})

/** What was gathered, under the ids of what was drawn, and what is not as it was drawn. */
export interface Compared {
  readonly design: Design
  readonly asked: number
  readonly found: readonly string[]
}

/** Holds what was gathered against what was drawn: each construct there once, and the same answer to every request. */
export function compareWithDrawn(drawn: Design, gathered: Design, catalogue: Catalogue): Compared {
  const named = nameImported(drawn, withoutNobody(gathered))
  const [design, missing] = [withInside(inOrder(named.design), drawn), named.missing]
  const requests = requestsOf(drawn).filter(({ from, to }) => [from, to].every((id) => isMade(drawn, id)))
  const notGathered = new Set(
    Object.values(drawn.constructs).flatMap((one) => (isGathered(one) ? [] : `${one.kind} ${one.name}`)),
  )
  const lost = missing.filter((key) => !notGathered.has(key))
  const found = [
    ...lost.map((key) => `not there: ${key}`),
    ...twice(drawn, gathered),
    ...differencesOf(inOrder(asMade(drawn)), design, requests, catalogue),
  ]
  return { design, asked: requests.length, found }
}

/**
 * A template cannot make a group without outbound rules: it has one to the loopback address (`export/cloudformation/securityGroup.ts`), which lets
 * nothing out either. AWS says of such a group that no rule fits, and of an empty one that there is none. The drawn group has none.
 */
const withoutNobody = (design: Design): Design =>
  withEach(design, (one) =>
    one.kind === 'security-group'
      ? { ...one, egress: one.egress.filter(({ peer }) => !('cidr' in peer && peer.cidr === '127.0.0.1/32')) }
      : one,
  )

/** Targets in one order: AWS lists them in any, and where several fail, each otherwise, the answer names the first. */
const inOrder = (design: Design): Design =>
  withEach(design, (one) =>
    one.kind === 'target-group'
      ? { ...one, targets: one.targets.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
      : one,
  )

/** What goes on inside of an instance no call of AWS tells: it is as it was drawn. */
const withInside = (design: Design, drawn: Design): Design =>
  withEach(design, (one) => {
    const own = drawn.constructs[one.id]
    if (one.kind !== 'client' || own?.kind !== 'client') return one
    const { forwarding, policyRouting, sourceTranslation } = own
    return { ...one, forwarding, policyRouting, sourceTranslation }
  })

const withEach = (design: Design, change: (one: Construct) => Construct): Design => ({
  ...design,
  constructs: Object.fromEntries(Object.entries(design.constructs).map(([id, one]) => [id, change(one)])),
})

/** Kinds of services that a trial does not have gathered (`SERVICES` in trial.ts): what the import makes of them, its own tests tell. */
const NOT_ASKED_FOR: ReadonlySet<Construct['kind']> = new Set([
  'dynamodb-table',
  's3-access-point',
  's3-bucket',
  'iam-role',
  'iam-user',
  'policy-resource',
])

/** moto gives functions and tasks no interfaces, by which the import knows them. */
const isGathered = (one: Construct): boolean =>
  !NEVER_MADE.has(one.kind) &&
  !NOT_ASKED_FOR.has(one.kind) &&
  !(one.kind === 'prefix-list' && one.listName.startsWith('com.amazonaws.')) &&
  !(one.kind === 'client' && one.runtime !== 'ec2')

const isMade = (design: Design, id: string): boolean => {
  const one = design.constructs[id]
  return one === undefined || isGathered(one)
}

/** What is there more often than it was drawn: a run that went on made it a second time. */
function twice(drawn: Design, gathered: Design): readonly string[] {
  const countIn = (design: Design) => {
    const counts = new Map<string, number>()
    for (const { kind, name } of Object.values(design.constructs)) {
      const key = `${kind} ${name}`
      if (!NOT_COUNTED.has(kind)) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }
  const [wanted, got] = [countIn(drawn), countIn(gathered)]
  return [...wanted].flatMap(([key, count]) =>
    (got.get(key) ?? 0) > count ? [`there ${got.get(key)} times: ${key}`] : [],
  )
}

/** What two deployments of one drawing have of everything that AWS does not choose by chance, construct by construct. */
export function compareDeployments(one: Design, other: Design, drawn: Design): readonly string[] {
  return Object.values(drawn.constructs).flatMap((construct) => {
    const { id, kind } = construct
    const [a, b] = [one.constructs[id], other.constructs[id]]
    if (!a || !b) return a || b ? [`${kind} ${id} is in one of the two only`] : []
    const [mine, hers] = [a, b].map((each) => JSON.stringify(stable(withMain(each, drawn))))
    return mine === hers ? [] : [`${kind} ${id}\n    scripts: ${mine}\n    stacks:  ${hers}`]
  })
}

/**
 * Stacks give what the VPC has by itself in the drawing to each subnet by name, scripts to the VPC: it comes to the same. Of the addresses in a
 * target group those are compared that are drawn: others are a client's, and AWS has chosen them.
 */
function withMain(one: Construct, drawn: Design): object {
  if (one.kind === 'vpc') return { ...one, mainRouteTable: null, defaultSecurityGroup: null, defaultNetworkAcl: null }
  // AWS describes the default group, a template the one that stands for it
  if (one.kind === 'security-group' && vpcOf(drawn, one.id)?.defaultSecurityGroup === one.id)
    return { ...one, description: null }
  if (one.kind === 'target-group') {
    const group = drawn.constructs[one.id]
    const said = group?.kind === 'target-group' ? group.targets.map(({ address }) => address) : []
    return {
      ...one,
      targets: one.targets.map((each) => (said.includes(each.address) ? each : { ...each, address: null })),
    }
  }
  if (one.kind !== 'subnet') return one
  const vpc = vpcOf(drawn, one.id)
  return {
    ...one,
    routeTable: one.routeTable ?? vpc?.mainRouteTable,
    networkAcl: one.networkAcl ?? vpc?.defaultNetworkAcl,
  }
}

/** Chosen by AWS, or made up for the one deployment. */
const CHOSEN =
  /^(privateIp|publicIp|dnsLabel|dnsName|name|hostedZoneId|allocationId|reservedIps|sid|serviceId|interfaceId)$/
/** The block that moto gives a VPC; the byte that tells its subnets apart stays. */
const AN_IPV6_BLOCK = /\b2400:6500:[0-9a-f]+:[0-9a-f]{2}(?=[0-9a-f]{2}::)/g
const AN_ID = /\barn:aws:.*|\b[a-z]+(-[a-z]+)*-[0-9a-f]{8,}\b|\bZ[0-9A-Z]{10,}\b/g

/** Without ids of AWS's making, names that it makes up, and addresses that it chooses; lists in any order. */
function stable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(stable(one))).sort()
  if (typeof value === 'string') return value.replaceAll(AN_ID, '*').replaceAll(AN_IPV6_BLOCK, '*')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (CHOSEN.test(key) ? [] : [[key, stable(one)]])),
  )
}

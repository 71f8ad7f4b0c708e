import type { Catalogue } from '../../src/core/aws/index.ts'
import type { AccessRequest, Construct, Design } from '../../src/core/model/index.ts'
import { decide, type Verdict } from '../../src/core/sim/index.ts'
import { compileTopology, type Topology } from '../../src/core/topology/index.ts'
import { withIds } from './withIds.ts'

/** Kinds that AWS gives no Name tag, or that the import draws by other means than the record. */
const NOT_NAMED: ReadonlySet<Construct['kind']> = new Set(['account', 'region', 'availability-zone'])

interface Named {
  readonly design: Design
  /** What was drawn and has no counterpart of its name and kind. */
  readonly missing: readonly string[]
}

/**
 * The imported design with the ids of the drawn one, told by kind and Name tag: AWS gives ids of its own. What AWS made by itself keeps its own.
 */
export function nameImported(drawn: Design, imported: Design): Named {
  const keyOf = (one: Construct) => `${one.kind} ${one.name}`
  const byKey = new Map(Object.values(imported.constructs).map((one) => [keyOf(one), one.id]))
  const ids = new Map<string, string>()
  const missing: string[] = []
  for (const one of Object.values(drawn.constructs)) {
    if (NOT_NAMED.has(one.kind)) continue
    const id = byKey.get(keyOf(one))
    if (id === undefined) missing.push(keyOf(one))
    else ids.set(id, one.id)
  }
  pairZones(drawn, imported, ids, missing)
  // a group is told by its targets as well, of which another kind may come later
  for (const _ of NAMED_BY_AWS) for (const kind of NAMED_BY_AWS) pairAlike(kind, drawn, imported, ids, missing)
  return { design: withIds(imported, ids), missing }
}

/** Kinds whose names AWS or a script makes up: they are told by where they stand, what they listen on and what is behind them. */
const NAMED_BY_AWS = [
  'network-load-balancer',
  'application-load-balancer',
  'gateway-load-balancer',
  'target-group',
] as const satisfies readonly Construct['kind'][]

/** Zones are told by their domain: AWS gives them no names. */
function pairZones(drawn: Design, imported: Design, ids: Map<string, string>, missing: string[]): void {
  for (const one of Object.values(drawn.constructs)) {
    const isSame = (other: Construct) =>
      other.kind === 'hosted-zone' && one.kind === 'hosted-zone' && other.domain === one.domain
    const [other, ...more] = Object.values(imported.constructs).filter(isSame)
    const at = missing.indexOf(`${one.kind} ${one.name}`)
    if (!other || more.length > 0 || at < 0) continue
    ids.set(other.id, one.id)
    missing.splice(at, 1)
  }
}

function pairAlike(
  kind: Construct['kind'],
  drawn: Design,
  imported: Design,
  ids: Map<string, string>,
  missing: string[],
): void {
  const known = new Set(ids.values())
  const wanted = Object.values(drawn.constructs).filter((one) => one.kind === kind && !known.has(one.id))
  const there = Object.values(imported.constructs).filter((one) => one.kind === kind && !ids.has(one.id))
  const isOnly = wanted.length === 1 && there.length === 1
  const looks = (one: Construct, idOf: (id: string) => string): string => {
    const { vpc, scheme, protocol, port, targetType, listeners } = one as unknown as Readonly<Record<string, unknown>>
    const doors = Array.isArray(listeners) ? listeners.map((each) => [each.protocol, each.port]) : null
    // an address may be drawn as the client that has it
    const targets =
      one.kind === 'target-group' && targetType !== 'ip'
        ? one.targets.map((each) => idOf(`${each.target}`)).sort()
        : null
    return JSON.stringify([idOf(String(vpc)), scheme, protocol, port, targetType, doors, targets])
  }
  const placed = there.map((one) => ({ one, look: looks(one, (id) => ids.get(id) ?? id) }))
  const drawnLooks = wanted.map((one) => looks(one, (id) => id))
  for (const [at, one] of wanted.entries()) {
    const look = drawnLooks[at]!
    const alike = placed.filter((other) => isOnly || other.look === look)
    if (alike.length !== 1 || drawnLooks.filter((each) => each === look).length > 1) continue
    ids.set(alike[0]!.one.id, one.id)
    missing.splice(missing.indexOf(`${kind} ${one.name}`), 1)
  }
}

/** Ports that are asked for; rules of the examples speak of the first two. */
const PORTS = [443, 22, 8080]
const OUTSIDE = ['8.8.8.8', '198.51.100.7', 'example.com']

/** Every client, and the internet, asks every client, endpoint, name and some addresses outside. */
export function requestsOf(design: Design): readonly AccessRequest[] {
  const all = Object.values(design.constructs)
  const clients = all.flatMap((one) => (one.kind === 'client' ? one.id : []))
  const targets = all.flatMap((one) => (one.kind === 'interface-endpoint' || one.kind === 'nat-gateway' ? one.id : []))
  const balancers = all.flatMap((one) => (one.kind === 'network-load-balancer' ? one.id : []))
  const records = all.flatMap((one) => (one.kind === 'hosted-zone' ? one.records.map(({ name }) => name) : []))
  const services = all.flatMap((one) =>
    one.kind === 'region' ? ['s3', 'sqs', 'kinesis'].map((service) => `${service}.${one.code}.amazonaws.com`) : [],
  )
  const routed = all.flatMap((one) =>
    one.kind === 'route-table' || one.kind === 'transit-gateway-route-table'
      ? one.routes.flatMap(({ destination }) =>
          'cidr' in destination && !/:|\/0$/.test(destination.cidr) ? hostIn(destination.cidr) : [],
        )
      : [],
  )
  const destinations = [...clients, ...targets, ...balancers, ...records, ...services, ...routed, ...OUTSIDE]
  return [...clients, 'internet'].flatMap((from) =>
    [...new Set(destinations)]
      .filter((to) => to !== from)
      .flatMap((to): AccessRequest[] => [
        ...PORTS.map((port) => ({ from, to, protocol: 'tcp' as const, port })),
        { from, to, protocol: 'icmp', port: null },
      ]),
  )
}

/** An address of a block that no host of the examples has. */
const hostIn = (cidr: string): string => cidr.replace(/\d+\/\d+$/, '99')

/** What AWS makes with a VPC, a main route table mostly, is not drawn: the VPC stands for it there. */
const drawnPlaceOf = (drawn: Design, asked: Design, id: string | undefined): string => {
  if (id === undefined || drawn.constructs[id]) return id ?? '-'
  const made = asked.constructs[id]
  return made && 'vpc' in made && typeof made.vpc === 'string' ? made.vpc : id
}

/** What is compared; `via` and `decidedBy` are ids, which `nameImported` has made the same. */
const answerOf = (verdict: Verdict, decidedBy: string): string =>
  [
    verdict.kind,
    verdict.symptom ?? '-',
    verdict.code ?? '-',
    verdict.path ?? '-',
    `via ${verdict.via.join(' ') || '-'}`,
    `decided by ${decidedBy}`,
  ].join(', ')

/** The requests whose answers differ, with both answers. */
export function differencesOf(
  drawn: Design,
  imported: Design,
  requests: readonly AccessRequest[],
  catalogue: Catalogue,
): readonly string[] {
  const [before, after] = [compileTopology(drawn, catalogue), compileTopology(imported, catalogue)]
  const ask = (topology: Topology, request: AccessRequest) => {
    const verdict = decide(topology, request)
    const answer = answerOf(verdict, drawnPlaceOf(drawn, topology.design, verdict.decidedBy?.construct))
    return { answer, gaps: verdict.gaps.map(({ code, at, values }) => `${code} ${JSON.stringify({ at, ...values })}`) }
  }
  return requests.flatMap((request) => {
    const [was, is] = [ask(before, request), ask(after, request)]
    const { from, to, protocol, port } = request
    if (was.answer === is.answer) return []
    const [drew, got] = [was, is].map(({ answer, gaps }) => [answer, ...gaps].join('; '))
    return `${from} to ${to}, ${protocol} ${port ?? ''}\n    drawn:    ${drew}\n    imported: ${got}`
  })
}

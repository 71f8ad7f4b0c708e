import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { constructOfKind, listOfKind } from '../../model/containment.ts'
import type { AccessRequest, Construct, Design } from '../../model/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { decide, type Verdict } from '../index.ts'
import { createDice, createRandom } from './createDice.ts'
import { drawDesign } from './drawDesign.ts'
import { type Prediction, predict } from './predict.ts'

/** More and others: `ORACLE_DESIGNS=5000 ORACLE_SEED=9000 npx vitest run src/core/sim/oracle`. */
const DESIGNS = Number(process.env.ORACLE_DESIGNS ?? 250)
const FIRST = Number(process.env.ORACLE_SEED ?? 1)
const REQUESTS = 24
const catalogue = await loadCatalogue()

/** What the two disagree on, in words; '' where they agree. */
function difference(verdict: Verdict, said: Prediction): string {
  const compare = (what: string, got: unknown, wanted: unknown) =>
    JSON.stringify(got) === JSON.stringify(wanted)
      ? []
      : [`${what}: the oracle says ${JSON.stringify(wanted)}, the simulator ${JSON.stringify(got)}`]
  const found = compare('verdict', verdict.kind, said.kind)
  if (found.length === 0 && said.symptom !== null) found.push(...compare('symptom', verdict.symptom, said.symptom))
  if (found.length === 0 && said.kind === 'succeeds') {
    if (said.path !== null) found.push(...compare('path', verdict.path, said.path))
    if (said.via !== null) found.push(...compare('via', verdict.via, said.via))
  }
  if (found.length === 0 && said.kind === 'fails' && said.symptom === 'connection-times-out' && isPlace(said.at))
    found.push(...compare('decided by', verdict.decidedBy?.construct, said.at))
  return found.join('; ')
}

/** Whether the oracle can name the construct at which a request is lost. */
const isPlace = (at: string | null): at is string =>
  at !== null && !/^(loop|unknown|unattached|outside|strayed|another|nowhere|default of .*)?$/.test(at)

/** The requests of a seed's design on which the two differ. The simulator sees the design as `seen` makes it. */
function compareSeed(
  seed: number,
  told: Record<string, number>,
  seen: (design: Design) => Design = (one) => one,
): string[] {
  const design = drawDesign(seed)
  const topology = compileTopology(seen(design), catalogue)
  expect(topology.gaps).toEqual([])
  const dice = createDice(createRandom(seed + 7_000_000))
  const clients = Object.keys(design.constructs).filter((id) => id.startsWith('client-'))
  return Array.from({ length: REQUESTS }, () => {
    const protocol = dice.pick(['tcp', 'tcp', 'tcp', 'udp', 'icmp'] as const)
    const across = 'tgw' in design.constructs && dice.chance(0.4)
    const request: AccessRequest = {
      from: across ? dice.pick(clients) : dice.pick([...clients, ...clients, 'internet', 'internet:52.216.9.9']),
      to: across ? dice.pick(clients) : dice.pick([...clients, ...clients, ...TARGETS]),
      protocol,
      port: protocol === 'icmp' ? null : dice.pick([443, 443, 443, 80, 22, 25, 53]),
      ...(dice.chance(0.15) ? { packetSize: dice.pick([1500, 8500, 9001]) } : {}),
    }
    const verdict = decide(topology, request)
    for (const kind of [verdict.kind, ...(verdict.via.includes('tgw') ? [`${verdict.kind} over the gateway`] : [])])
      told[kind] = (told[kind] ?? 0) + 1
    // what else cannot be told the oracle does not know
    if (verdict.kind === 'cannot-tell' && verdict.gaps.some(({ code }) => code !== 'PACKET_ABOVE_MTU')) return []
    const text = difference(verdict, predict(design, request))
    return text
      ? [
          `seed ${seed}, ${request.from} to ${request.to}, ${protocol} ${request.port}, ${request.packetSize ?? 0} bytes: ${text} (${verdict.code})`,
        ]
      : []
  }).flat()
}

it('agrees with an oracle that carries packets one by one', () => {
  const told: Record<string, number> = {}
  const wrong: string[] = []
  for (let seed = FIRST; seed < FIRST + DESIGNS; seed++) wrong.push(...compareSeed(seed, told))
  expect(wrong.slice(0, 20)).toEqual([])
  // enough of each to mean something
  for (const kind of ['succeeds', 'partly', 'fails'] as const) expect(told[kind]).toBeGreaterThan(DESIGNS / 8)
  for (const kind of ['succeeds', 'fails'] as const)
    expect(told[`${kind} over the gateway`]).toBeGreaterThan(DESIGNS / 25)
  expect(told['cannot-tell'] ?? 0).toBeLessThan(DESIGNS * REQUESTS * 0.2)
}, 300_000)

/** The design as a simulator sees it that overlooks something about transit gateways. */
const blind: Readonly<Record<string, (one: Construct, design: Design) => Construct>> = {
  'the zones of an attachment': (one, design) =>
    one.kind === 'transit-gateway-attachment'
      ? { ...one, subnets: [...new Map(subnetsIn(design, one.vpc).map(({ id, zone }) => [zone, id])).values()] }
      : one,
  'which table an attachment asks': (one, design) =>
    one.kind === 'transit-gateway-route-table'
      ? { ...one, associations: one.id.endsWith('0') ? attachmentsIn(design).map(({ id }) => id) : [] }
      : one,
  'that blocks have to be propagated': (one, design) =>
    one.kind === 'transit-gateway-route-table'
      ? { ...one, propagations: attachmentsIn(design).map(({ id }) => id) }
      : one,
  'static routes': (one) =>
    one.kind === 'transit-gateway-route-table'
      ? { ...one, routes: one.routes.filter(({ target }) => target === 'blackhole') }
      : one,
  blackholes: (one) =>
    one.kind === 'transit-gateway-route-table'
      ? { ...one, routes: one.routes.filter(({ target }) => target !== 'blackhole') }
      : one,
  'IPv6 support': (one) => (one.kind === 'transit-gateway-attachment' ? { ...one, ipv6Support: true } : one),
  'appliance mode': (one) => (one.kind === 'transit-gateway-attachment' ? { ...one, applianceMode: false } : one),
  'the state of an attachment': (one) =>
    one.kind === 'transit-gateway-attachment' ? { ...one, state: 'available' } : one,
  'group references, which it takes to hold': (one) =>
    one.kind === 'transit-gateway-attachment' || one.kind === 'transit-gateway'
      ? { ...one, securityGroupReferencing: true }
      : one,
  'group references, which it takes not to hold': (one) =>
    one.kind === 'transit-gateway' ? { ...one, securityGroupReferencing: false } : one,
}
const attachmentsIn = (design: Design) => listOfKind(design, 'transit-gateway-attachment')
const subnetsIn = (design: Design, vpc: string) =>
  listOfKind(design, 'subnet').filter(({ zone }) => constructOfKind(design, zone, 'availability-zone')?.vpc === vpc)

it.each(Object.entries(blind))(
  'finds a simulator out that overlooks %s',
  (_, see) => {
    const seen = (design: Design): Design => ({
      ...design,
      constructs: Object.fromEntries(Object.entries(design.constructs).map(([id, one]) => [id, see(one, design)])),
    })
    let found = 0
    for (let seed = 1; seed < 1000 && found === 0; seed++)
      if ('tgw' in drawDesign(seed).constructs) found = compareSeed(seed, {}, seen).length
    expect(found).toBeGreaterThan(0)
  },
  300_000,
)

const TARGETS = [
  ...[
    '10.0.1.20',
    '10.0.2.24',
    '10.1.1.20',
    '10.0.9.9',
    '198.51.100.10',
    '198.51.100.99',
    '198.51.100.114',
    '8.8.8.8',
    '203.0.113.9',
    '203.0.113.10',
    '52.95.7.7',
  ],
  ...['2001:db8:a:0::20', '2001:db8:a:1::24', '2001:db8:a:1::99', '2001:db8:b:0::20', '2001:db8:f::9'],
  ...['64:ff9b::cb00:7109', '4000::1', '2a00:1450::1'],
  ...[
    'host.example.com',
    'unknown.example.org',
    's3.us-east-1.amazonaws.com',
    's3.us-east-1.amazonaws.com',
    'kinesis.us-east-1.amazonaws.com',
    'kinesis.us-east-1.amazonaws.com',
  ],
  ...[
    'vpce-a0-x.kinesis.us-east-1.vpce.amazonaws.com',
    'vpce-a0-x-us-east-1b.kinesis.us-east-1.vpce.amazonaws.com',
    'vpce-b0-x.kinesis.us-east-1.vpce.amazonaws.com',
  ],
]

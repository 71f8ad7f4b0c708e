import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { AccessRequest } from '../../model/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { decide, type Verdict } from '../index.ts'
import { createDice, createRandom, drawDesign } from './drawDesign.ts'
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
  at !== null && !/^(loop|unknown|outside|strayed|another|nowhere|default of .*)?$/.test(at)

it('agrees with an oracle that carries packets one by one', () => {
  const told: Record<string, number> = {}
  const wrong: string[] = []
  for (let seed = FIRST; seed < FIRST + DESIGNS; seed++) {
    const design = drawDesign(seed)
    const topology = compileTopology(design, catalogue)
    expect(topology.gaps).toEqual([])
    const dice = createDice(createRandom(seed + 7_000_000))
    const clients = Object.keys(design.constructs).filter((id) => id.startsWith('client-'))
    for (let i = 0; i < REQUESTS; i++) {
      const protocol = dice.pick(['tcp', 'tcp', 'tcp', 'udp', 'icmp'] as const)
      const request: AccessRequest = {
        from: dice.pick([...clients, ...clients, 'internet', 'internet:52.216.9.9']),
        to: dice.pick([...clients, ...clients, ...TARGETS]),
        protocol,
        port: protocol === 'icmp' ? null : dice.pick([443, 443, 443, 80, 22, 25, 53]),
        ...(dice.chance(0.15) ? { packetSize: dice.pick([1500, 8500, 9001]) } : {}),
      }
      const verdict = decide(topology, request)
      told[verdict.kind] = (told[verdict.kind] ?? 0) + 1
      // what else cannot be told the oracle does not know
      if (verdict.kind === 'cannot-tell' && verdict.gaps.some(({ code }) => code !== 'PACKET_ABOVE_MTU')) continue
      const text = difference(verdict, predict(design, request))
      if (text)
        wrong.push(
          `seed ${seed}, ${request.from} to ${request.to}, ${protocol} ${request.port}, ${request.packetSize ?? 0} bytes: ${text} (${verdict.code})`,
        )
    }
  }
  expect(wrong.slice(0, 20)).toEqual([])
  // enough of each to mean something
  for (const kind of ['succeeds', 'partly', 'fails'] as const) expect(told[kind]).toBeGreaterThan(DESIGNS / 8)
  expect(told['cannot-tell'] ?? 0).toBeLessThan(DESIGNS * REQUESTS * 0.2)
}, 120_000)

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

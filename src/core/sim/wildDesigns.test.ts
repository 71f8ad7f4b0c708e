import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { wildDesign } from '../model/testing/wildDesign.ts'
import { compileTopology } from '../topology/index.ts'
import { decide, simulate } from './index.ts'

const catalogue = await loadCatalogue()

const FROM = ['c', 'c2', 'host', 'fw', 'internet', '10.1.1.10', 'nowhere']
const TO = [
  ...['c', 'c2', 'host', 'e', 'pe', 'nlb', 'alb', 'svc', 'gwlbe', 'nat', 'rnat', 'tgw'],
  ...['kinesis.us-east-1.amazonaws.com', 's3.us-east-1.amazonaws.com', 'api.example.com', 'any.example.com'],
  ...['erp.corp.example.com', '8.8.8.8', '198.51.100.9', '10.1.1.30', '192.168.0.99', '172.16.0.1', '2001:db8::1'],
]

test('no construct of any kind makes the simulator throw, and both ways of asking agree', () => {
  fc.assert(
    fc.property(
      wildDesign,
      fc.array(fc.tuple(fc.constantFrom(...FROM), fc.constantFrom(...TO)), { minLength: 4, maxLength: 4 }),
      fc.constantFrom('tcp', 'udp', 'icmp' as const),
      fc.constantFrom(53, 443),
      (drawn, pairs, protocol, port) => {
        const topology = compileTopology(drawn, catalogue)
        for (const [from, to] of pairs) {
          const request = { from, to, protocol: protocol as 'tcp', port: protocol === 'icmp' ? null : port }
          const verdict = simulate(topology, request)
          const { branches: _, blockers: __, ...fast } = decide(topology, request)
          const { branches: ___, blockers: ____, ...slow } = verdict
          expect(fast).toEqual(slow)
          if (verdict.kind === 'fails') expect(verdict.symptom).not.toBeNull()
          if (verdict.kind === 'cannot-tell') expect(verdict.gaps.length).toBeGreaterThan(0)
        }
      },
    ),
    { numRuns: 400 },
  )
}, 300_000)

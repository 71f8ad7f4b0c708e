import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { designOfCase, readCases } from '../sim/cases/testing/readCases.ts'
import { simulate } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { explainVerdict } from './explainVerdict.ts'
import { headlineOf } from './headlineOf.ts'

const catalogue = await loadCatalogue()
const cases = readCases()

const explain = (file: string, id: string) => {
  const design = designOfCase(cases, file)
  const { request } = cases.get(file)!.requests.find((one) => one.id === id)!
  const verdict = simulate(compileTopology(design, catalogue), request)
  const headline = headlineOf(verdict, (construct) => design.constructs[construct]?.name ?? construct)
  return { headline, sentences: [...explainVerdict(verdict, design)] }
}

it('has whole sentences for every verdict of the golden cases', () => {
  let count = 0
  for (const [file, one] of cases)
    for (const { id } of one.requests) {
      const { headline, sentences } = explain(file, id)
      expect(headline).toMatch(/^(Succeeds|Works in part|Cannot tell|Name not found|Connection|TLS|HTTP|Access denied)/)
      for (const sentence of sentences) {
        expect([file, id, sentence]).toEqual([file, id, expect.stringMatching(/^\S.*\.$/)])
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./)
      }
      if (!headline.startsWith('Succeeds')) expect(sentences).not.toEqual([])
      count++
    }
  expect(count).toBeGreaterThan(400)
}, 60_000)

it('says where the deciding entry stands and what to change', () => {
  const { sentences } = explain(
    'dns/without-private-dns-the-default-name-stays-public.json',
    'default-name-from-private-subnet',
  )
  expect(sentences.join(' ')).toMatch(/Decided by routes of .*\. Add a route/)
  expect(sentences.join(' ')).toContain('does not answer: its private DNS is off.')
})

it('names every way that a request may take when all of them work', () => {
  const { headline } = explain(
    'gateway-endpoints/a-dual-stack-name-of-s3-may-pass-the-endpoint-by.json',
    'ipv6-over-the-internet-gateway',
  )
  expect(headline).toBe(
    'Succeeds through the gateway endpoint (endpoint-1), and over the internet, through the internet gateway (igw-1)',
  )
})

it('says of each zone how it fares', () => {
  const { headline, sentences } = explain(
    'dns/one-broken-zone-makes-the-regional-name-fail-now-and-then.json',
    'regional-name',
  )
  expect(headline).toBe('Works in part: some connections time out')
  expect(sentences).toContain('Through us-east-1b: connection times out.')
  expect(sentences).toContain('Through us-east-1c: succeeds.')
})

it('keeps quiet about what it assumed where nothing gets there, and says it where it does', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc()
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.ec2(subnet, { id: 'client-1' })
    b.ec2(subnet, { id: 'open-1', securityGroups: [b.securityGroup(vpc, { ingress: [['tcp', 22, '10.0.0.0/16']] })] })
  })
  const topology = compileTopology(design, catalogue)
  const ask = (port: number) => [
    ...explainVerdict(simulate(topology, { from: 'client-1', to: 'open-1', protocol: 'tcp', port }), design),
  ]
  expect(ask(22)).toEqual(['Assumed: something listens: tcp 22.'])
  expect(ask(80).join(' ')).not.toContain('Assumed')
})

it('names the zone behind a private address that nothing leads to', () => {
  const { sentences } = explain(
    'hosted-zones/an-association-brings-the-zone-to-another-vpc.json',
    'resolves-and-has-no-way',
  )
  expect(sentences.join(' ')).toContain('comes from the hosted zone zone-1')
})

it('tells a zone of one’s own that lacks a name from the hidden one of an endpoint', () => {
  const own = explain('hosted-zones/a-zone-for-image-pulls-needs-a-wildcard-record.json', 'a-registry')
  expect(own.sentences.join(' ')).not.toMatch(/hidden zone|private DNS/)
  const hidden = explain('dns/a-name-below-a-covered-name-does-not-exist.json', 'name-below')
  expect(hidden.sentences.join(' ')).toContain('turn its private DNS off')
})

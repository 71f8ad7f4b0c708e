import { expect, it } from 'vitest'
import { findPublicHost } from '../aws/findPublicHost.ts'
import { loadCatalogue } from '../aws/index.ts'
import type { AccessRequest, VerdictKind } from '../model/design.ts'
import { parseAddress } from '../net/address.ts'
import { concludeVerdict, refuseToTell } from './concludeVerdict.ts'
import { NO_ANSWER } from './dns/nameAnswer.ts'
import type { Lookup } from './dns/resolveName.ts'
import type { Resolution } from './resolveDestination.ts'
import type { Blocker, Branch, Note } from './verdict.ts'

const catalogue = await loadCatalogue()
const request: AccessRequest = { from: 'client', to: 'name.example', protocol: 'tcp', port: 443 }
const branch = (kind: VerdictKind, given: Partial<Branch> = {}): Branch => ({
  ...{ kind, from: '10.0.0.5', to: '10.0.0.9', zone: null, path: null, via: [] },
  ...{ blockers: [], assumptions: [], gaps: [], legs: [] },
  ...given,
})
const blocker = (code: Blocker['code'], construct: string | null = null, given: Partial<Blocker> = {}): Blocker => ({
  ...{ code, symptom: 'connection-times-out', decidedBy: construct === null ? null : { construct, path: [] } },
  step: null,
  ...given,
})
const note = (code: Note['code'], construct: string | null = null): Note => ({
  ...{ code, at: construct === null ? null : { construct, path: [] }, values: {} },
})
const looked = (given: Partial<Lookup> = {}, addresses: readonly string[] = []): Resolution => ({
  name: 'name.example',
  lookup: { ...NO_ANSWER, events: [], gaps: [], assumptions: [], astray: false, ...given },
  destinations: addresses.map((text) => ({
    ...{ address: parseAddress(text)!, text, eni: null, wanted: null, service: null },
    ...{ host: null, listens: null, owner: null },
  })),
  unknown: null,
})
const conclude = (branches: readonly Branch[], resolution: Resolution = looked()) =>
  concludeVerdict(request, resolution, branches)

it('is what all ways come to, and “partly” where some connections work and some do not', () => {
  const kindOf = (...kinds: readonly VerdictKind[]) => conclude(kinds.map((kind) => branch(kind))).kind
  for (const kind of ['succeeds', 'partly', 'fails', 'cannot-tell'] as const) {
    expect(kindOf(kind)).toBe(kind)
    expect(kindOf(kind, kind)).toBe(kind)
  }
  expect(kindOf('succeeds', 'fails')).toBe('partly')
  expect(kindOf('succeeds', 'partly')).toBe('partly')
  expect(kindOf('partly', 'fails')).toBe('partly')
  expect(kindOf('succeeds', 'fails', 'cannot-tell')).toBe('partly')
  expect(kindOf('succeeds', 'cannot-tell')).toBe('cannot-tell')
  expect(kindOf('cannot-tell', 'fails')).toBe('cannot-tell')
})

it('is decided by the first way that fails, else by the first of which a part fails', () => {
  const ways = [
    branch('succeeds'),
    branch('partly', { blockers: [blocker('SUBNET_ACL_RESTRICTION', 'acl')] }),
    branch('fails', {
      blockers: [
        blocker('PORT_CLOSED', 'server', { symptom: 'connection-refused' }),
        blocker('BAD_STATE_ROUTE', 'rtb'),
      ],
    }),
  ]
  expect(conclude(ways)).toMatchObject({
    ...{ kind: 'partly', code: 'PORT_CLOSED', symptom: 'connection-refused', decidedBy: { construct: 'server' } },
    blockers: [{ code: 'PORT_CLOSED' }, { code: 'BAD_STATE_ROUTE' }, { code: 'SUBNET_ACL_RESTRICTION' }],
  })
  expect(conclude(ways.slice(0, 2))).toMatchObject({ kind: 'partly', code: 'SUBNET_ACL_RESTRICTION' })
  expect(conclude([ways[2]!, { ...ways[2]!, to: '10.0.0.10' }])).toMatchObject({
    ...{ kind: 'fails', code: 'PORT_CLOSED' },
    blockers: [{ code: 'PORT_CLOSED' }, { code: 'BAD_STATE_ROUTE' }],
  })
  const bare = branch('fails')
  expect(conclude([bare, bare])).toMatchObject({ code: null, symptom: null, decidedBy: null, blockers: [] })
  expect(conclude([bare])).toMatchObject({ code: null, symptom: null, decidedBy: null, blockers: [] })
})

it('says nothing of a symptom where all works, and what is taken for granted once', () => {
  const works = branch('succeeds', { assumptions: [note('ASSUMED_LISTENING', 'server')] })
  const none = { code: null, symptom: null, decidedBy: null, blockers: [], gaps: [] }
  expect(conclude([works, works])).toMatchObject({ ...none, assumptions: [note('ASSUMED_LISTENING', 'server')] })
  expect(conclude([works])).toMatchObject({ ...none, assumptions: [note('ASSUMED_LISTENING', 'server')] })
})

it('shows the first way that gets through, else the first that got anywhere', () => {
  const lost = branch('fails')
  const stopped = branch('fails', { path: 'peering', via: ['pcx'] })
  const inPart = branch('partly', { path: 'vpn', via: ['vpn'] })
  const works = branch('succeeds', { path: 'local', via: ['nlb'] })
  expect(conclude([lost, stopped, works])).toMatchObject({ path: 'local', via: ['nlb'] })
  expect(conclude([lost, stopped, inPart, works])).toMatchObject({ path: 'vpn', via: ['vpn'] })
  expect(conclude([lost, stopped])).toMatchObject({ path: 'peering', via: ['pcx'] })
  expect(conclude([lost, branch('fails', { via: ['igw'] })])).toMatchObject({ path: null, via: [] })
})

it('names the first thing that is not known, and each once', () => {
  const open = branch('cannot-tell', { gaps: [note('NOT_MODELLED', 'fw'), note('INVALID_VALUE', 'sg')] })
  for (const ways of [[open], [open, open]])
    expect(conclude(ways)).toMatchObject({
      ...{ kind: 'cannot-tell', code: 'NOT_MODELLED', symptom: null, decidedBy: { construct: 'fw' } },
      gaps: [note('NOT_MODELLED', 'fw'), note('INVALID_VALUE', 'sg')],
    })
  const twice = branch('cannot-tell', { gaps: [note('NOT_MODELLED', 'fw'), note('NOT_MODELLED', 'fw')] })
  expect(conclude([twice]).gaps).toHaveLength(1)
  expect(conclude([branch('cannot-tell')])).toMatchObject({ code: null, decidedBy: null, gaps: [] })
  // of ways that work nothing is asked
  const guess = branch('succeeds', { gaps: [note('NOT_MODELLED', 'fw')] })
  expect(conclude([guess, guess])).toMatchObject({ kind: 'succeeds', code: null, decidedBy: null })
})

it('shows one way for all the addresses of a range that fare alike', () => {
  const step = (at: number) => ({ branch: at, leg: 0, hop: 0, step: 0 })
  const works = (to: string) => branch('succeeds', { to, path: 'internet-gateway' })
  const fails = (to: string, at: number) =>
    branch('fails', { to, blockers: [blocker('BAD_STATE_ROUTE', 'rtb', { step: step(at) })] })
  const ways = [works('52.0.0.1'), works('52.0.0.2'), fails('52.0.0.3', 2), fails('52.0.0.4', 3)]
  const verdict = conclude(ways, looked({ rangeOf: 'Amazon S3 in us-east-1' }))
  expect(verdict.branches.map(({ to }) => to)).toEqual(['52.0.0.1', '52.0.0.3'])
  expect(verdict.answers).toEqual(['52.0.0.1', '52.0.0.3'])
  expect([verdict.kind, verdict.blockers[0]?.step?.branch]).toEqual(['partly', 1])
  expect(conclude(ways).branches).toHaveLength(4)
  expect(conclude(ways).blockers.map((one) => one.step?.branch)).toEqual([2])
  // what is told apart: outcome, way, and what stands in it
  const other = [...ways, fails('52.0.0.5', 4), { ...works('52.0.0.6'), via: ['nat'] }, branch('cannot-tell')]
  expect(conclude(other, looked({ rangeOf: 'S3' })).branches).toHaveLength(4)
  const open = (code: Note['code']) => branch('cannot-tell', { gaps: [note(code)] })
  expect(conclude([open('NOT_MODELLED'), open('INVALID_VALUE')], looked({ rangeOf: 'S3' })).branches).toHaveLength(2)
  expect(conclude([branch('fails', { blockers: [blocker('PORT_CLOSED')] })], looked({ rangeOf: 'S3' })).code).toBe(
    'PORT_CLOSED',
  )
})

it('cannot tell where one address of a range is answered and nobody can say which', () => {
  const doubtful = looked({ everyClass: false, rangeOf: 'kinesis in us-east-1' })
  const [works, fails] = [branch('succeeds'), branch('fails', { to: '10.0.0.10' })]
  expect(conclude([works, fails], doubtful)).toMatchObject({
    ...{ kind: 'cannot-tell', code: 'SERVICE_ADDRESS_NOT_KNOWN', decidedBy: null },
    gaps: [{ code: 'SERVICE_ADDRESS_NOT_KNOWN', at: null, values: { service: 'name.example' } }],
  })
  expect(conclude([works, { ...works, to: '10.0.0.10' }], doubtful).kind).toBe('succeeds')
  // another caller, another way: that is no doubt
  expect(conclude([works, { ...fails, from: '10.0.0.6' }], doubtful).kind).toBe('partly')
  const service = findPublicHost(catalogue, 'some-bucket.s3.amazonaws.com')
  const anyRegion = looked({ everyClass: false, rangeOf: 'S3', service })
  expect(conclude([works, fails], anyRegion).gaps[0]?.values.service).toMatch(/bucket’s Region/)
})

it('tells the addresses that were walked, else those of the name, and none where no server said any', () => {
  const both = looked({}, ['10.0.0.9', '2001:db8::9'])
  expect(conclude([branch('succeeds')], both).answers).toEqual(['10.0.0.9'])
  expect(conclude([branch('succeeds'), branch('succeeds', { from: '10.0.0.6' })], both).answers).toEqual(['10.0.0.9'])
  const nowhere = branch('fails', { to: '', blockers: [blocker('NO_ADDRESS_OF_FAMILY')] })
  expect(conclude([nowhere], both).answers).toEqual(['10.0.0.9', '2001:db8::9'])
  expect(conclude([nowhere, nowhere], both).answers).toEqual(['10.0.0.9', '2001:db8::9'])
  expect(conclude([nowhere, branch('succeeds')], both).answers).toEqual(['10.0.0.9'])
  const silent = branch('fails', { to: '', blockers: [blocker('DNS_SERVER_UNREACHABLE')] })
  expect(conclude([silent, silent], both).answers).toEqual([])
})

it('gives no verdict, and the reason in words', () => {
  expect(refuseToTell(request, 'UNKNOWN_SOURCE', 'nobody is called “client”')).toEqual({
    ...{ request, kind: 'cannot-tell', symptom: null, code: 'UNKNOWN_SOURCE', decidedBy: null, path: null },
    ...{ answers: [], via: [], blockers: [], assumptions: [], branches: [] },
    gaps: [{ code: 'UNKNOWN_SOURCE', at: null, values: { message: 'nobody is called “client”' } }],
  })
})

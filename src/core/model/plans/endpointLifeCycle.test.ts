import { describe, expect, test } from 'vitest'
import { applyEdits } from '../applyEdit.ts'
import type { Design } from '../design.ts'
import type { Construct, ConstructKind } from '../kinds/registry.ts'
import { constructSchema } from '../kinds/registry.ts'
import { buildDesign } from '../testing/designBuilder.ts'
import { LIFE_CYCLES, type LifeCycleAction, lifeCycleSteps } from './endpointLifeCycle.ts'

const design = buildDesign((b) => {
  const v = b.vpc({ name: 'v' })
  const s = b.subnet(v, { name: 's' })
  const w = b.vpc({ name: 'w', cidrs: ['10.1.0.0/16'] })
  const nlb = b.nlb(v, { name: 'nlb', subnets: [s] })
  b.endpointService([nlb], { name: 'service' })
  b.interfaceEndpoint(w, 'service', { name: 'endpoint', state: 'pendingAcceptance' })
  b.interfaceEndpoint(w, 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0', {
    name: 'typed',
    state: 'pendingAcceptance',
  })
  b.interfaceEndpoint(w, 'sqs', { name: 'aws', state: 'available' })
  b.gwlbe(s, b.endpointService([b.gwlb(w)], { name: 'inspection' }), { name: 'gwlbe' })
  b.routeTable(v, [['0.0.0.0/0', 'gwlbe']], { name: 'table' })
  b.peering(v, w, { name: 'peering', state: 'initiating-request' })
  b.attach(v, b.transitGateway(), { name: 'attachment', state: 'pendingAcceptance' })
})
const stepsOf = (at: Design, id: string) => lifeCycleSteps(at, at.constructs[id]!)
const stateOf = (at: Design, id: string) => (at.constructs[id] as Construct & { state: string }).state
/** The design after these actions, each of which must be on offer. */
const reached = (id: string, ...actions: readonly LifeCycleAction[]): Design =>
  actions.reduce((at, action) => {
    const step = stepsOf(at, id).find((one) => one.action === action)
    if (!step?.edit) throw new Error(`${action} is not on offer for ${id} in state ${stateOf(at, id)}`)
    return applyEdits(at, [step.edit]).design
  }, design)
const offered = (at: Design, id: string) => stepsOf(at, id).map(({ action }) => action)

describe('an endpoint for an endpoint service', () => {
  test('is accepted, becomes available, and may be rejected even then', () => {
    expect(offered(design, 'endpoint')).toEqual(['accept', 'reject', 'expire', 'delete'])
    expect(stateOf(reached('endpoint', 'accept'), 'endpoint')).toBe('pending')
    expect(stateOf(reached('endpoint', 'accept', 'finish'), 'endpoint')).toBe('available')
    expect(offered(reached('endpoint', 'accept', 'finish'), 'endpoint')).toEqual(['reject', 'delete'])
    expect(stateOf(reached('endpoint', 'accept', 'finish', 'reject'), 'endpoint')).toBe('rejected')
  })
  test.each(['reject', 'expire'] as const)('once dead (%s) it can only be deleted, by its owner', (way) => {
    const dead = reached('endpoint', way)
    expect(stepsOf(dead, 'endpoint')).toMatchObject([{ action: 'delete', by: 'consumer' }])
    expect(stateOf(reached('endpoint', way, 'delete', 'finish'), 'endpoint')).toBe('deleted')
    expect(offered(reached('endpoint', way, 'delete', 'finish'), 'endpoint')).toEqual([])
  })
  test('whose service is not drawn has the same life; one for an AWS service is accepted by nobody', () => {
    expect(offered(design, 'typed')).toEqual(['accept', 'reject', 'expire', 'delete'])
    expect(offered(design, 'aws')).toEqual(['delete'])
  })
})

test('an endpoint that routes point to is not deleted, and neither is a service with connections', () => {
  expect(stepsOf(design, 'gwlbe').find(({ action }) => action === 'delete')).toMatchObject({
    edit: null,
    sentence: 'table has a route to gwlbe, and AWS deletes no endpoint that routes point to: delete the route first.',
  })
  expect(stepsOf(design, 'service')[0]).toMatchObject({ action: 'delete', edit: null })
  const freed = reached('endpoint', 'reject')
  expect(stepsOf(freed, 'service')[0]?.edit).not.toBe(null)
})

test('a peering connection waits for the accepter and is active once it is provisioned', () => {
  expect(offered(design, 'peering')).toEqual(['finish'])
  expect(offered(reached('peering', 'finish'), 'peering')).toEqual(['accept', 'reject', 'expire', 'delete'])
  expect(stateOf(reached('peering', 'finish', 'accept', 'finish'), 'peering')).toBe('active')
  expect(offered(reached('peering', 'finish', 'reject'), 'peering')).toEqual([])
  expect(stateOf(reached('peering', 'finish', 'accept', 'finish', 'delete', 'finish'), 'peering')).toBe('deleted')
})

test('an attachment of another account is accepted or rejected', () => {
  expect(offered(design, 'attachment')).toEqual(['accept', 'reject'])
  expect(stateOf(reached('attachment', 'accept', 'finish'), 'attachment')).toBe('available')
  expect(offered(reached('attachment', 'reject'), 'attachment')).toEqual([])
})

test('what has no life cycle offers nothing', () => {
  expect(stepsOf(design, 'v')).toEqual([])
})

test.each(Object.entries(LIFE_CYCLES))('%s: every state of its ways is one that it can have', (kind, ways) => {
  const option = constructSchema.def.options.find(
    (one) => one.def.shape.kind.def.values[0] === (kind as ConstructKind),
  )!
  const field = (option.def.shape as unknown as Record<string, { def: { innerType: { options: readonly string[] } } }>)
    .state!
  const states = new Set(field.def.innerType.options)
  for (const { from, to } of ways) for (const state of [...from, to]) expect(states).toContain(state)
})

import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../core/aws/index.ts'
import type { Design } from '../../../core/model/index.ts'
import { type StepRef, simulate, type Verdict } from '../../../core/sim/index.ts'
import { compileTopology } from '../../../core/topology/index.ts'
import { kinesisDesign } from '../../constructs/testing/kinesisDesign.ts'
import { createGround } from './createGround.ts'
import { chipKey, type Highlights, highlightsFor } from './highlightsFor.ts'

const catalogue = await loadCatalogue()
const ask = (design: Design, to: string): Verdict =>
  simulate(compileTopology(design, catalogue), { from: 'worker', to, protocol: 'tcp', port: 443 })
const light = (design: Design, verdict: Verdict, cursor: StepRef | null = null): Highlights =>
  highlightsFor(verdict, cursor, createGround(design))!
const lines = ({ links }: Highlights) =>
  links.map(({ from, fromChip, to, toChip, state }) => {
    const end = (id: string, chip: string | null) => (chip === null ? id : `${id}/${chip}`)
    return `${end(from, fromChip)} > ${end(to, toChip)} ${state}`
  })
const branchTo = (verdict: Verdict, zone: string): number => verdict.branches.findIndex((one) => one.zone === zone)
const step = (branch: number, leg: number, hop: number): StepRef => ({ branch, leg, hop, step: 0 })

const NAME = 'kinesis.us-east-1.amazonaws.com'

describe('highlightsFor', () => {
  it('has nothing to show without a verdict', () => {
    expect(highlightsFor(null, null, createGround(kinesisDesign()))).toBeNull()
  })

  it('leads from the client by the interface of its zone to the endpoint and on to the service', () => {
    const design = kinesisDesign()
    const verdict = ask(design, NAME)
    const shown = light(design, verdict, step(branchTo(verdict, 'us-east-1a'), 1, 9))
    expect(lines(shown)).toEqual([
      'worker > back-a/endpoint carried',
      'back-a/endpoint > endpoint carried',
      'endpoint > streams carried',
    ])
    expect([...shown.chips]).toEqual([chipKey('back-a', 'endpoint')])
    expect(shown.lights.get('endpoint')?.state).toBe('delivered')
    expect(shown.lights.get('worker')?.state).toBe('passed')
    expect(shown.lights.get('wide')?.state).toBe('consulted')
    expect(shown.lights.has('front')).toBe(false)
  })

  it('lights up the zone of a subnet on the way', () => {
    const design = kinesisDesign()
    const verdict = ask(design, NAME)
    const shown = light(design, verdict, step(branchTo(verdict, 'us-east-1b'), 1, 0))
    expect(shown.lights.get('us-east-1b')?.state).toBe('passed')
    expect([...shown.chips]).toEqual([chipKey('back-b', 'endpoint')])
  })

  it('cuts the line where the request is refused', () => {
    const design = kinesisDesign({ blocksZoneB: true })
    const verdict = ask(design, NAME)
    const shown = light(design, verdict)
    expect(lines(shown)).toEqual(['worker > back-b/endpoint cut', 'back-b/endpoint > endpoint lost'])
    expect(shown.lights.get('acl')?.state).toBe('refused')
    expect(shown.outcome).toBe('fails')
  })

  it('draws no line out of a subnet whose table leads nowhere', () => {
    const design = kinesisDesign({ privateDns: false })
    const shown = light(design, ask(design, NAME))
    expect(shown.links).toEqual([])
    expect(shown.lights.get('closed')?.state).toBe('refused')
  })

  it('shows the way beyond the step that is looked at as lying ahead, and marks that step', () => {
    const design = kinesisDesign()
    const verdict = ask(design, NAME)
    const branch = branchTo(verdict, 'us-east-1b')
    const leg = verdict.branches[branch]!.legs.findIndex(({ direction }) => direction === 'request')
    const shown = light(design, verdict, step(branch, leg, 0))
    expect(lines(shown)[0]).toBe('worker > back-b/endpoint ahead')
    expect(shown.lights.get('worker')?.current).toBe(true)
    expect(shown.lights.get('endpoint')?.current).toBe(false)
  })

  it('turns round while a step of the reply is looked at', () => {
    const design = kinesisDesign()
    const verdict = ask(design, NAME)
    const branch = branchTo(verdict, 'us-east-1b')
    const leg = verdict.branches[branch]!.legs.findIndex(({ direction }) => direction === 'reply')
    const shown = light(design, verdict, step(branch, leg, 0))
    expect(lines(shown)).toEqual(['endpoint > back-b/endpoint carried', 'back-b/endpoint > worker ahead'])
  })
})

import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../core/aws/index.ts'
import type { Design } from '../../../core/model/index.ts'
import { buildDesign } from '../../../core/model/testing/designBuilder.ts'
import { type StepRef, simulate, type Verdict } from '../../../core/sim/index.ts'
import { templates } from '../../../core/templates/index.ts'
import { compileTopology } from '../../../core/topology/index.ts'
import { kinesisDesign } from '../../constructs/testing/kinesisDesign.ts'
import { chipKey } from './chipKey.ts'
import { createGround } from './createGround.ts'
import { type Highlights, highlightsFor } from './highlightsFor.ts'

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

  it('ends the way of a call at what it is about, and lights up whose policies were asked', async () => {
    const design = await templates.find(({ id }) => id === 'bucket-one-endpoint')!.load()
    const shown = (id: string) =>
      light(design, simulate(compileTopology(design, catalogue), design.requests.find((one) => one.id === id)!.request))
    const allowed = shown('through-the-endpoint')
    expect(lines(allowed)).toEqual(['worker-1 > endpoint-gateway carried', 'endpoint-gateway > bucket-reports carried'])
    expect(allowed.lights.get('bucket-reports')?.state).toBe('delivered')
    expect(allowed.lights.get('role-reader')?.state).toBe('consulted')
    const denied = shown('from-another-vpc')
    expect(lines(denied).at(-1)).toBe('endpoint-interface > bucket-reports carried')
    expect(denied.lights.get('bucket-reports')?.state).toBe('refused')
    const byEndpoint = shown('another-bucket')
    expect(lines(byEndpoint)).toEqual(['worker-1 > endpoint-gateway carried', 'endpoint-gateway > bucket-archive cut'])
    expect(byEndpoint.lights.get('endpoint-gateway')?.state).toBe('refused')
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

describe('where what was asked for is not drawn', () => {
  it('says on the last construct that is drawn what the request arrives at beyond it', () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc({ name: 'vpc' })
      b.subnet(vpc, { name: 'subnet', zone: 'us-east-1a' })
      b.gatewayEndpoint(vpc, 's3', { name: 'gate', routeTables: [b.mainTable(vpc, [])] })
      b.ec2('subnet', { name: 'worker', securityGroups: [b.securityGroup(vpc)] })
    })
    const shown = light(design, ask(design, 's3.us-east-1.amazonaws.com'))
    expect(shown.lights.get('gate')).toEqual({ state: 'delivered', current: false, beyond: 'Amazon S3 in us-east-1' })
  })
})

describe('the way through several networks', () => {
  const hubAndSpokes = () =>
    buildDesign((b) => {
      const gateway = b.transitGateway({ name: 'hub' })
      b.transitTable(gateway)
      const vpcs = ['one', 'between', 'two'].map((name, i) => {
        const vpc = b.vpc({ name, cidrs: [`10.${i}.0.0/16`] })
        b.subnet(vpc, { name: `subnet-${name}`, zone: 'us-east-1a', cidr: `10.${i}.0.0/24` })
        b.mainTable(vpc, [['10.0.0.0/8', gateway]], { name: `table-${name}` })
        b.attach(vpc, gateway, { name: `attachment-${name}` })
        return vpc
      })
      const open = vpcs.map((vpc) => b.securityGroup(vpc, { ingress: [['all', null, '0.0.0.0/0']] }))
      b.ec2('subnet-one', { name: 'worker', privateIp: '10.0.0.10', securityGroups: [open[0]!] })
      b.ec2('subnet-two', { name: 'target', privateIp: '10.2.0.10', securityGroups: [open[2]!] })
    })

  it('goes by the attachment into the transit gateway, and by the other out of it', () => {
    const design = hubAndSpokes()
    const shown = light(design, ask(design, '10.2.0.10'))
    const gateway = Object.values(design.constructs).find(({ kind }) => kind === 'transit-gateway')!.id
    expect(lines(shown)).toEqual([
      'worker > attachment-one carried',
      `attachment-one > ${gateway} carried`,
      `${gateway} > attachment-two carried`,
      'attachment-two > target carried',
    ])
    expect(shown.lights.get('attachment-two')?.state).toBe('passed')
    expect(shown.lights.has('attachment-between')).toBe(false)
  })

  it('comes back the same way', () => {
    const design = hubAndSpokes()
    const verdict = ask(design, '10.2.0.10')
    const leg = verdict.branches[0]!.legs.findIndex(({ direction }) => direction === 'reply')
    const shown = lines(light(design, verdict, step(0, leg, 0)))
    expect(shown.map((line) => line.split(' ')[2])).toEqual([
      'attachment-two',
      shown[1]!.split(' ')[2],
      'attachment-one',
      'worker',
    ])
  })

  it('goes by the peering of two transit gateways, and past the device at the end of a VPN', () => {
    const design = buildDesign((b) => {
      const [here, there] = [b.transitGateway({ name: 'here' }), b.transitGateway({ name: 'there' })]
      b.transitTable(here, [['192.168.0.0/16', 'peering']])
      b.transitTable(there, [['10.0.0.0/16', 'peering']])
      const vpc = b.vpc({ name: 'vpc' })
      b.subnet(vpc, { name: 'subnet', zone: 'us-east-1a' })
      b.mainTable(vpc, [['192.168.0.0/16', here]])
      b.attach(vpc, here, { name: 'attachment' })
      b.transitPeering(here, there, { name: 'peering' })
      const network = b.onPremises(['192.168.0.0/16'], { name: 'office' })
      b.onPremisesHost(network, '192.168.0.9', { name: 'desk' })
      b.vpn(b.customerGateway({ name: 'device', network }), there, { name: 'vpn', routing: 'bgp' })
      b.ec2('subnet', { name: 'worker', securityGroups: [b.securityGroup(vpc)] })
    })
    const way = lines(light(design, ask(design, '192.168.0.9'))).map((line) => line.split(' ')[2])
    expect(way).toEqual(['attachment', 'here', 'peering', 'there', 'vpn', 'device', 'desk'])
  })
})

import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { decide, simulate } from './index.ts'

const catalogue = await loadCatalogue()

/** A balancer at 10.0.1.1 whose targets are tried one by one: two subnets, so that no two of them are taken for alike. */
const ask = (draw: (b: DesignBuilder) => void) => {
  const design = buildDesign((b) => {
    b.vpc({ id: 'vpc' })
    b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24' })
    b.subnet('vpc', { id: 'one', cidr: '10.0.2.0/24' })
    b.subnet('vpc', { id: 'two', cidr: '10.0.3.0/24' })
    b.securityGroup('vpc', { id: 'open', ingress: [['all', null, '0.0.0.0/0']] })
    b.ec2('net', { id: 'client' })
    draw(b)
    b.nlb('vpc', { id: 'nlb', subnets: [{ subnet: 'net', privateIp: '10.0.1.1' }], listeners: [['TCP', 443, 'group']] })
  })
  const topology = compileTopology(design, catalogue)
  const request = { from: 'client', to: '10.0.1.1', protocol: 'tcp', port: 443 } as const
  const verdict = simulate(topology, request)
  const { assumptions, gaps, blockers } = decide(topology, request)
  const said = ({ step: _, ...blocker }: (typeof blockers)[number]) => blocker
  expect([assumptions, gaps, blockers.map(said)]).toEqual([
    verdict.assumptions,
    verdict.gaps,
    verdict.blockers.map(said),
  ])
  return verdict
}

it('says once what it takes for granted, of the target that it shows', () => {
  const verdict = ask((b) => {
    b.ec2('one', { id: 'first', securityGroups: ['open'] })
    b.ec2('two', { id: 'second', securityGroups: ['open'] })
    b.targetGroup('vpc', ['first', 'second'], { id: 'group' })
  })
  expect(verdict.kind).toBe('succeeds')
  expect(verdict.assumptions.map(({ code, at }) => [code, at?.construct])).toEqual([['ASSUMED_LISTENING', 'first']])
})

it('says once what it cannot tell, and shows the target that it cannot tell of', () => {
  const verdict = ask((b) => {
    b.ec2('one', { id: 'first', securityGroups: ['open'], listens: [{ protocol: 'tcp', port: 443 }] })
    b.ec2('two', { id: 'second', securityGroups: ['open'], privateIp: '10.0.3.900' })
    b.ec2('two', { id: 'third', securityGroups: ['open'], privateIp: '10.0.3.901' })
    b.targetGroup('vpc', ['first', 'second', 'third'], { id: 'group' })
  })
  expect([verdict.kind, verdict.code]).toEqual(['cannot-tell', 'INVALID_VALUE'])
  expect(verdict.gaps.map(({ at }) => at?.construct)).toEqual(['second'])
})

it('stops a share once, by what the shown target meets', () => {
  const verdict = ask((b) => {
    b.securityGroup('vpc', { id: 'closed', ingress: [] })
    b.ec2('one', { id: 'first', securityGroups: ['open'], listens: [{ protocol: 'tcp', port: 443 }] })
    b.ec2('two', { id: 'second', securityGroups: ['closed'] })
    b.targetGroup('vpc', ['first', 'second'], { id: 'group' })
  })
  expect([verdict.kind, verdict.blockers.map(({ code, partly }) => [code, partly])]).toEqual([
    'partly',
    [['SG_HAS_NO_RULES', true]],
  ])
})

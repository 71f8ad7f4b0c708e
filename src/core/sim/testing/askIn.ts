import { loadCatalogue } from '../../aws/index.ts'
import type { AccessRequest } from '../../model/design.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../../topology/index.ts'
import { simulate, type Verdict } from '../index.ts'

const catalogue = await loadCatalogue()
export type Draw = (b: DesignBuilder) => void
/** A request from `client` (10.0.1.9) in a VPC with an open group; `draw` adds to the ground. */
export const verdictIn =
  (ground: Draw) =>
  (to: string, draw: Draw = () => {}, given: Partial<AccessRequest> = {}): Verdict => {
    const design = buildDesign((b) => {
      b.vpc({ id: 'vpc', ipv6Cidrs: ['2001:db8::/56'] })
      b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8::/64' })
      b.subnet('vpc', { id: 'out', cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
      b.securityGroup('vpc', {
        id: 'open',
        ingress: [
          ['all', null, '0.0.0.0/0'],
          ['all', null, '::/0'],
        ],
        egress: [
          ['all', null, '0.0.0.0/0'],
          ['all', null, '::/0'],
        ],
      })
      b.ec2('net', { id: 'client', privateIp: '10.0.1.9', ipv6: '2001:db8::9', securityGroups: ['open'] })
      ground(b)
      draw(b)
    })
    const request: AccessRequest = { from: 'client', to, protocol: 'tcp', port: 443, ...given }
    return simulate(compileTopology(design, catalogue), request)
  }

/** The same in words: the outcome, then each blocker or gap as `CODE at construct.path`. */
export const askIn = (ground: Draw) => {
  const ask = verdictIn(ground)
  return (...asked: Parameters<typeof ask>): readonly string[] => {
    const verdict = ask(...asked)
    const places = [
      ...verdict.blockers.map(({ code, decidedBy }) => ({ code, at: decidedBy })),
      ...(verdict.kind === 'cannot-tell' ? verdict.gaps : []),
    ]
    return [
      verdict.kind,
      ...places.map(({ code, at }) => `${code} at ${at ? [at.construct, ...at.path].join('.') : 'nothing'}`),
    ]
  }
}

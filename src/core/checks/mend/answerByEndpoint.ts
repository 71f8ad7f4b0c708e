import { constructOfKind } from '../../model/containment.ts'
import type { Edit } from '../../model/edit.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Verdict } from '../../sim/verdict.ts'
import type { CheckContext, Fix } from '../check.ts'
import { called } from '../parts/called.ts'
import { change } from '../parts/change.ts'

/** Private DNS of endpoints whose service the name is, where that is off, with what the VPC needs for it. */
export function answerByEndpoint({ design }: CheckContext, { branches }: Verdict): readonly Fix[] {
  const found = new Map<ConstructId, Fix>()
  for (const { legs } of branches)
    for (const { hops } of legs)
      for (const { steps } of hops)
        for (const step of steps)
          if (step.kind === 'resolve-name')
            for (const { endpoint: id, why } of step.detail.passedOver) {
              const endpoint = constructOfKind(design, id, 'interface-endpoint')
              const vpc = endpoint && constructOfKind(design, endpoint.vpc, 'vpc')
              if (!endpoint || !vpc || why !== 'private-dns-off') continue
              const off = vpc.dnsSupport === false || vpc.dnsHostnames === false
              const inVpc: readonly Edit[] = off
                ? [change('vpc', vpc.id, { dnsSupport: true, dnsHostnames: true })]
                : []
              const where = off ? ` and the DNS attributes of the ${called(design, vpc.id)}` : ''
              found.set(id, {
                title: `Turn on private DNS of the ${called(design, id)}${where}`,
                safety: 'review',
                edits: [change('interface-endpoint', id, { privateDns: true }), ...inVpc],
              })
            }
  return [...found.values()]
}

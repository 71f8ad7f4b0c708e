import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, DNS attributes for your VPC. */
export const dnsSupportOff: Check = {
  id: 'dns-support-off',
  severity: 'warning',
  title: 'VPC whose resolver answers nothing',
  why: 'With DNS support off, the Amazon resolver of a VPC does not answer. Clients that use it find no name at all, and so no service, not even by a gateway endpoint.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
  *find({ design, topology }) {
    for (const vpc of listOfKind(design, 'vpc')) {
      const usesAmazon = topology.vpcs.get(vpc.id)?.dnsServers === null
      if (vpc.dnsSupport !== false || !usesAmazon) continue
      yield {
        at: [place(vpc.id, 'dnsSupport')],
        message: `The ${called(design, vpc.id)} has DNS support off and names no other DNS server: its clients find no name.`,
        fixes: [{ title: 'Turn on DNS support', safety: 'safe', edits: [change('vpc', vpc.id, { dnsSupport: true })] }],
      }
    }
  },
  examples: {
    bad: () => buildDesign((b) => void b.vpc({ dnsSupport: false })),
    good: () => buildDesign((b) => void b.vpc({ dnsSupport: false, dhcpDnsServers: ['10.0.0.53'] })),
  },
}

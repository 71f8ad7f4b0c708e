import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { covers } from '../net/block.ts'
import type { Eni, Topology } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

type Client = ConstructOf<'client'>

/** Machines that pass on what is not their own are left out: their further interfaces are there for that. Sources: EC2 guide, network interfaces (asymmetric routing); reports of amazon-vpc-cni-k8s (777, 1327) and cloud-init (4799). */
export const secondInterfaceAnswers: Check = {
  id: 'second-interface-answers',
  severity: 'advice',
  title: 'Further interface that may give no answer',
  why: 'By which interface an answer leaves is up to the routing of the operating system. Without policy routing it leaves by the first one, with the address of the other, and is dropped there: who asks the further interface from outside of its subnet gets no answer. ec2-net-utils, and cloud-init from 24.1 on, set policy routing up.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  *find({ design, topology }) {
    const found = listOfKind(design, 'client').flatMap((client) => {
      const eni = openInterface(topology, client)
      return eni ? [{ client, eni }] : []
    })
    for (const alike of groupBy(found, ({ eni, client }) => `${eni.subnet.vpc.id} ${client.policyRouting}`).values()) {
      const { client } = alike[0]!
      const known = client.policyRouting === 'no'
      const ids = alike.map((one) => one.client.id)
      const one = alike.length === 1
      yield {
        at: [
          place(client.id, 'policyRouting'),
          ...alike.map(({ client: { id }, eni }) => place(id, 'interfaces', Number(eni.origin.path[1]))),
        ],
        message: `Groups let requests from outside of the subnet in to a further interface of ${calledAll(design, ids)}. ${
          known
            ? `Without policy routing ${one ? 'its' : 'their'} answers leave by the first interface and are lost.`
            : `Unless ${one ? 'its system has' : 'their systems have'} policy routing, which is not said, the answers leave by the first interface and are lost.`
        }`,
        fixes: [
          {
            title: 'Say that there is policy routing',
            safety: 'review',
            edits: [
              change('client', client.id, { policyRouting: 'yes' }),
              ...alike.slice(1).map((other) => change('client', other.client.id, { policyRouting: 'yes' as const })),
            ],
          },
        ],
      }
    }
  },
  examples: { bad: () => example('unknown'), good: () => example('yes') },
}

/** The first of its further interfaces that lets in more than its neighbours. */
function openInterface(topology: Topology, { id, forwarding }: Client): Eni | undefined {
  const enis = topology.enisOf.get(id) ?? []
  const first = enis.find(({ origin }) => origin.path[1] === 0)
  if (!first?.sourceDestCheck || forwarding === 'routes' || forwarding === 'translates') return
  return enis.find((eni) => eni.origin.path[1] !== 0 && eni.policyRouting !== 'yes' && letsStrangersIn(eni, first))
}

/** A neighbour that asks is answered directly, unless the first interface lies there as well. */
const letsStrangersIn = ({ groups, subnet }: Eni, first: Eni): boolean =>
  groups.some(({ ingress }) =>
    ingress.some(
      ({ group, blocks }) =>
        (group !== null && group.id !== null) ||
        first.subnet === subnet ||
        blocks.some((block) => ![subnet.block, subnet.block6].some((own) => own && covers(own, block))),
    ),
  )

const example = (policyRouting: Client['policyRouting']) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const securityGroups = [b.securityGroup(vpc, { ingress: [['tcp', 22, '10.0.0.0/16']] })]
    const subnets = ['10.0.1.0/24', '10.0.2.0/24'].map((cidr) => b.subnet(vpc, { cidr }))
    const blank = { privateIp: null, ipv6: null, publicIp: 'none', sourceDestCheck: true, interfaceId: null }
    b.ec2(subnets[0]!, {
      policyRouting,
      interfaces: subnets.map((subnet) => ({ ...blank, subnet, securityGroups })),
    })
  })

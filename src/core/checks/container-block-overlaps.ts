import type { WorkloadId } from '../aws/workloads/workloadIds.ts'
import { listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Block, blockOf, formatBlock, overlaps } from '../net/block.ts'
import { lookUpRoute } from '../sim/travel/lookUpRoute.ts'
import type { Eni, VpcNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** The bridge that container engines make on a machine where nobody has said otherwise. Source: VPC guide, VPC CIDR blocks; Docker's default address pools. */
const BRIDGE = blockOf('172.17.0.0/16')!

/** Workloads that run containers behind a bridge of their machine. */
const WITH_CONTAINERS: ReadonlySet<string> = new Set<WorkloadId>([
  'batch-ec2',
  'codebuild',
  'ecs-ec2',
  'eks-node',
  'elastic-beanstalk',
  'image-builder',
  'sagemaker-notebook',
  'sagemaker-studio',
  'sagemaker-training',
])

export const containerBlockOverlaps: Check = {
  id: 'container-block-overlaps',
  severity: 'advice',
  title: 'Block that collides with the bridge of containers',
  why: 'Container engines, and services of AWS that use them, give 172.17.0.0/16 to a bridge of their own machine. What has an address of that block elsewhere they do not reach, and do not answer: the packets never leave the machine.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values()) {
      const own = collidingBlock(vpc)
      if (!own) continue
      yield {
        at: [placeOf(vpc, own)],
        message: `${formatBlock(own)} of the ${called(design, vpc.id)} overlaps ${formatBlock(BRIDGE)}, which containers have on their machines: those do not reach the addresses in it.`,
      }
    }
    const others = [...topology.vpcs.values(), ...topology.onPremises.values()].flatMap((network) => {
      const block = collidingBlock(network)
      return block ? [{ network, block }] : []
    })
    for (const client of others.length > 0 ? listOfKind(design, 'client') : []) {
      const eni = hasBridge(client) ? topology.enisOf.get(client.id)?.[0] : undefined
      const far = eni && others.find(({ network, block }) => network !== eni.subnet.vpc && leadsTo(eni, block))
      if (!far) continue
      yield {
        at: [place(client.id), placeOf(far.network, far.block)],
        message: `The ${called(design, client.id)} runs containers, whose bridge has ${formatBlock(BRIDGE)}: it does not reach ${formatBlock(far.block)} of the ${called(design, far.network.id)}, to which its subnet has a route. Give the bridge another block.`,
      }
    }
  },
  examples: { bad: () => example('172.17.0.0/16'), good: () => example('172.16.0.0/16') },
}

const collidingBlock = ({ blocks }: VpcNet): Block | undefined => blocks.find((block) => overlaps(block, BRIDGE))
const placeOf = ({ id, blocks, site }: VpcNet, block: Block) =>
  site === 'vpc' ? place(id, 'cidrs', blocks.indexOf(block)) : place(id, 'cidrs')
const hasBridge = ({ workloads }: ConstructOf<'client'>): boolean => workloads.some((one) => WITH_CONTAINERS.has(one))

/** Whether a route leads what is sent there out of the VPC to another network. */
function leadsTo({ subnet }: Eni, { base }: Block): boolean {
  const kind = lookUpRoute(subnet.table, base)?.target.kind
  return kind === 'peering' || kind === 'transit-gateway' || kind === 'virtual-private-gateway'
}

const example = (cidr: string) =>
  buildDesign((b) => void b.ec2(b.subnet(b.vpc({ cidrs: [cidr] }), { cidr: cidr.replace('0.0/16', '1.0/24') })))

import { WORKLOAD_IDS, type WorkloadId } from '../aws/workloads/workloadIds.ts'
import { groupBy } from '../base/groupBy.ts'
import { upperFirst } from '../base/words.ts'
import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Block, blockOf, formatBlock, overlaps } from '../net/block.ts'
import { lookUpRoute } from '../sim/travel/lookUpRoute.ts'
import type { Eni, SubnetNet, Topology, VpcNet } from '../topology/topology.ts'
import type { Check, Sighting } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { place } from './parts/place.ts'

const blocks = (...texts: readonly string[]): readonly Block[] => texts.map((text) => blockOf(text)!)
const workloads = (...ids: readonly WorkloadId[]): ReadonlySet<string> => new Set(ids)
const numbers = (count: number): readonly number[] => [...Array(count).keys()]

/** Blocks that a machine, or a cluster, keeps to itself where nobody has said otherwise. */
interface Kept {
  readonly blocks: readonly Block[]
  /** Workloads of which that is known. */
  readonly workloads: ReadonlySet<string>
  /** Blocks of one’s own, of which none is taken that overlaps them. */
  readonly passesOver: (subnet: SubnetNet) => readonly Block[]
  /** To follow “runs”, of one or of several. */
  readonly what: (one: boolean) => string
  readonly loses: (one: boolean) => string
  readonly advice: string
}

/** Sources: VPC guide, VPC CIDR blocks; Docker’s default address pools (moby, ipamutils; Mirantis Container Runtime, default-address-pools). */
const BRIDGE: Kept = {
  blocks: blocks('172.17.0.0/16'),
  workloads: workloads(
    'batch-ec2',
    'codebuild',
    'ecs-ec2',
    'eks-node',
    'elastic-beanstalk',
    'image-builder',
    'sagemaker-notebook',
    'sagemaker-studio',
    'sagemaker-training',
  ),
  passesOver: () => [],
  what: () => 'containers, whose bridge has 172.17.0.0/16',
  loses: (one) => `${one ? 'it does' : 'they do'} not reach`,
  advice: 'Give the bridge another block.',
}

/** Only where people make networks of their own, as Docker Compose does: ECS, Batch and Kubernetes make none. Sources: as above. */
const POOLS: Kept = {
  blocks: blocks(
    ...numbers(14).map((i) => `172.${18 + i}.0.0/16`),
    ...numbers(16).map((i) => `192.168.${16 * i}.0/20`),
  ),
  workloads: workloads('codebuild', 'elastic-beanstalk', 'sagemaker-notebook', 'sagemaker-studio'),
  passesOver: ({ block }) => (block ? [block] : []),
  what: () =>
    'containers. Networks that are made for them, as by Docker Compose, have blocks out of 172.18.0.0 to 172.31.255.255 first and of 192.168.0.0/16 then',
  loses: (one) => `with such a network ${one ? 'it does' : 'they do'} not reach`,
  advice: 'Give Docker other pools (default-address-pools).',
}

/** Source: EKS API, KubernetesNetworkConfigRequest, serviceIpv4Cidr: one of the two, and no overlap with networks that are joined to the VPC. */
const SERVICES: Kept = {
  blocks: blocks('10.100.0.0/16', '172.20.0.0/16'),
  workloads: new Set(WORKLOAD_IDS.filter((id) => id.startsWith('eks-'))),
  passesOver: ({ vpc }) => vpc.blocks,
  what: (one) =>
    `what belongs to ${one ? 'an EKS cluster' : 'EKS clusters'}, where services have addresses of 10.100.0.0/16 or 172.20.0.0/16 unless another block was chosen`,
  loses: () => 'pods may not reach',
  advice: 'The block of services is chosen when the cluster is made.',
}

export const containerBlockOverlaps: Check = {
  id: 'container-block-overlaps',
  severity: 'advice',
  title: 'Block that collides with those of containers',
  why: 'Container engines, and services of AWS that use them, give 172.17.0.0/16 to a bridge of their own machine and further blocks to further networks; a cluster keeps a block for its services. What has an address of such a block elsewhere they do not reach, and do not answer: the packets never leave the machine.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *find({ design, topology }) {
    for (const vpc of topology.vpcs.values()) {
      const [own] = collisions(BRIDGE, vpc)
      if (!own) continue
      yield {
        at: [placeOf(vpc, own.block)],
        message: `${formatBlock(own.block)} of the ${called(design, vpc.id)} overlaps 172.17.0.0/16, which containers have on their machines: those do not reach the addresses in it.`,
      }
    }
    const networks = [...topology.vpcs.values(), ...topology.onPremises.values()]
    for (const kept of [BRIDGE, POOLS, SERVICES]) {
      const found = networks.flatMap((network) => collisions(kept, network))
      if (found.length > 0) yield* collidingClients(topology, kept, found)
    }
  },
  examples: { bad: () => example('172.17.0.0/16'), good: () => example('172.16.0.0/16') },
}

/** A block of a network, and the addresses that it shares with a block that is kept. */
interface Collision {
  readonly network: VpcNet
  readonly block: Block
  readonly shared: Block
  readonly kept: Block
}

const collisions = (kept: Kept, network: VpcNet): readonly Collision[] =>
  network.blocks.flatMap((block) =>
    kept.blocks
      .filter((one) => overlaps(block, one))
      .map((one) => ({ network, block, kept: one, shared: one.length > block.length ? one : block })),
  )

/** Clients that run such things and have a way to one of those networks: one finding for all that lose the same addresses. */
function* collidingClients(topology: Topology, kept: Kept, found: readonly Collision[]): Iterable<Sighting> {
  const { design } = topology
  const lost = listOfKind(design, 'client').flatMap((client) => {
    const eni = client.workloads.some((one) => kept.workloads.has(one))
      ? topology.enisOf.get(client.id)?.[0]
      : undefined
    const far = eni && found.find((one) => isFar(kept, eni, one) && leadsTo(eni, one.shared))
    return far ? [{ id: client.id, far }] : []
  })
  for (const alike of groupBy(lost, ({ far }) => far).values()) {
    const { far } = alike[0]!
    const ids = alike.map(({ id }) => id)
    const one = ids.length === 1
    yield {
      at: [place(ids[0]!), placeOf(far.network, far.block), ...ids.slice(1, 20).map((id) => place(id))],
      message: `${upperFirst(calledAll(design, ids))} ${one ? 'runs' : 'run'} ${kept.what(one)}: ${kept.loses(one)} ${formatBlock(far.shared)} of the ${called(design, far.network.id)}, to which ${one ? 'its subnet has' : 'their subnets have'} a route. ${kept.advice}`,
    }
  }
}

/** In another network, and of a block that would be taken here. */
const isFar = ({ passesOver }: Kept, { subnet }: Eni, { network, kept }: Collision): boolean =>
  network !== subnet.vpc && !passesOver(subnet).some((own) => overlaps(own, kept))

const placeOf = ({ id, blocks, site }: VpcNet, block: Block) =>
  site === 'vpc' ? place(id, 'cidrs', blocks.indexOf(block)) : place(id, 'cidrs')

/** Whether a route leads what is sent there out of the VPC to another network. */
function leadsTo({ subnet }: Eni, { base }: Block): boolean {
  const kind = lookUpRoute(subnet.table, base)?.target.kind
  return kind === 'peering' || kind === 'transit-gateway' || kind === 'virtual-private-gateway'
}

const example = (cidr: string) =>
  buildDesign((b) => void b.ec2(b.subnet(b.vpc({ cidrs: [cidr] }), { cidr: cidr.replace('0.0/16', '1.0/24') })))

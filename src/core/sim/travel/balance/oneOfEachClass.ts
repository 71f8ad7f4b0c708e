import { type Address, formatAddress, sameAddress } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import type { Eni, FilterEntry } from '../../../topology/topology.ts'
import { type Packet, protocolName } from '../packet.ts'
import type { Choice } from './chooseTargets.ts'

/** Targets that fare alike in everything that a packet of this protocol meets are walked once: the first of each class. */
export function oneOfEachClass(
  choices: readonly Choice[],
  node: Eni,
  packet: Pick<Packet, 'src' | 'protocol'>,
): readonly Choice[] {
  if (choices.length < 2) return choices
  const classes = new Map<string, Choice>()
  for (const choice of choices) {
    const key = targetClass(choice, node, packet)
    if (!classes.has(key)) classes.set(key, choice)
  }
  return [...classes.values()]
}

/**
 * A key that targets share when nothing on the way can tell them apart: clients of one subnet of the node's VPC with the same groups, of which
 * the same port listens, and which every rule of the node's groups and of its subnet's ACL treats alike. All others have one of their own.
 */
function targetClass({ target, address, eni }: Choice, node: Eni, packet: Pick<Packet, 'src' | 'protocol'>): string {
  const own = `${target.origin.path.join('.')} ${address === null ? '' : formatAddress(address)}`
  const isPlain = eni?.role === 'client' && eni.subnet.vpc === node.subnet.vpc && target.gap === null
  if (!isPlain || address === null || sameAddress(address, packet.src)) return own
  const port = `${protocolName(packet.protocol)}/${target.port}`
  const listens = eni.listens === null ? '?' : eni.listens.has(port)
  const groups = eni.groups.map(({ id }) => id ?? '').join(',')
  const rules = [...node.groups.flatMap(({ egress }) => egress), ...node.subnet.acl.egress, ...node.subnet.acl.ingress]
  const owner = eni.owner === node.owner
  return [eni.subnet.id, groups, target.port, target.health, listens, owner, signOf(rules, address)].join(' ')
}

/** Which of the rules' blocks hold the address. */
const signOf = (rules: readonly FilterEntry[], address: Address): string =>
  rules.map(({ blocks }) => (blocks.some((block) => contains(block, address)) ? '1' : '0')).join('')

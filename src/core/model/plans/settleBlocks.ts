import { addOffset, type Block, blockOf, covers, formatBlock, isIp4, nextFreeBlock, overlaps } from '../../net/index.ts'
import { applyEdits } from '../applyEdit.ts'
import type { ConstructId, ConstructOf } from '../constructs/registry.ts'
import { listOfKind, vpcOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import { nextSubnetBlock, subnetBlocksOf } from './nextFree.ts'
import { changeOf } from './rewriteFields.ts'

const SPACES_4 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']

/** Gives moved VPCs blocks that clash with those of no VPC that was there; their subnets keep their places in them. */
export function settleVpcBlocks(design: Design, moved: ReadonlySet<ConstructId>): readonly Edit[] {
  const edits: Edit[] = []
  let at = design
  for (const vpc of listOfKind(design, 'vpc').filter((one) => moved.has(one.id))) {
    const more = moveVpcBlocks(at, moved, vpc)
    edits.push(...more)
    at = applyEdits(at, more).design
  }
  return edits
}

/** Gives moved subnets blocks that lie in their VPC and clash with no other subnet there. A text = there is no room. */
export function settleSubnetBlocks(design: Design, moved: ReadonlySet<ConstructId>): readonly Edit[] | string {
  const edits: Edit[] = []
  let at = design
  const settled = new Set<ConstructId>()
  for (const subnet of listOfKind(design, 'subnet').filter((one) => moved.has(one.id))) {
    const edit = moveSubnetBlock(at, moved, settled, subnet)
    if (typeof edit === 'string') return edit
    settled.add(subnet.id)
    if (!edit) continue
    edits.push(edit)
    at = applyEdits(at, [edit]).design
  }
  return edits
}

/** New blocks for a VPC whose own touch those of another that was there, and the same shift for all its subnets. */
function moveVpcBlocks(design: Design, moved: ReadonlySet<ConstructId>, vpc: ConstructOf<'vpc'>): Edit[] {
  const others = listOfKind(design, 'vpc').filter((other) => other.id !== vpc.id)
  const standing = others.filter((other) => !moved.has(other.id))
  const taken = others.flatMap((other) => [...other.cidrs, ...other.ipv6Cidrs])
  const shifts: { readonly from: Block; readonly to: Block }[] = []
  const shifted = (text: string): string => {
    const block = blockOf(text)
    const touches =
      block !== null &&
      standing.some((other) => [...other.cidrs, ...other.ipv6Cidrs].some((theirs) => touch(block, theirs)))
    const free = touches ? nextFreeBlock(spaceOf(block), taken, block.length) : null
    if (!block || !free) return text
    shifts.push({ from: block, to: blockOf(free)! })
    taken.push(free)
    return free
  }
  const cidrs = vpc.cidrs.map(shifted)
  const ipv6Cidrs = vpc.ipv6Cidrs.map(shifted)
  if (shifts.length === 0) return []
  const shiftSubnet = (text: string): string => {
    const block = blockOf(text)
    const shift = block && shifts.find(({ from }) => covers(from, block))
    return block && shift ? formatBlock(shiftBlock(block, shift.from, shift.to)) : text
  }
  const subnets = listOfKind(design, 'subnet').filter((subnet) => vpcOf(design, subnet.id)?.id === vpc.id)
  return [
    { kind: 'change', of: 'vpc', id: vpc.id, fields: { cidrs, ipv6Cidrs } },
    ...subnets.map(
      ({ id, cidr, ipv6Cidr }): Edit => ({
        kind: 'change',
        of: 'subnet',
        id,
        fields: { cidr: shiftSubnet(cidr), ipv6Cidr: ipv6Cidr && shiftSubnet(ipv6Cidr) },
      }),
    ),
  ]
}

/** Where another block of the same kind may be looked for: the private ranges, or the /32 that an IPv6 block lies in. */
const spaceOf = ({ base }: Block): readonly string[] =>
  isIp4(base) ? SPACES_4 : [formatBlock({ base: [base[0], 0, 0, 0], length: 32 })]

/** The block that lies in `to` as `block` lies in `from`, which has the same size. */
function shiftBlock(block: Block, from: Block, to: Block): Block {
  if (isIp4(block.base)) return { base: addOffset(to.base, block.base - (from.base as number)), length: block.length }
  const start = from.base as readonly number[]
  const other = to.base as readonly number[]
  const base = block.base.map((word, i) => (other[i]! | (word ^ start[i]!)) >>> 0) as unknown as Extract<
    Block['base'],
    readonly number[]
  >
  return { base, length: block.length }
}

/** A free block for a moved subnet that lies outside its VPC or touches another subnet there; null where its own will do. */
function moveSubnetBlock(
  design: Design,
  moved: ReadonlySet<ConstructId>,
  settled: ReadonlySet<ConstructId>,
  subnet: ConstructOf<'subnet'>,
): Edit | string | null {
  const vpc = vpcOf(design, subnet.id)
  const block = blockOf(subnet.cidr)
  if (!vpc || !block) return null
  const unsettled = new Set([...moved].filter((id) => id === subnet.id || !settled.has(id)))
  const fits =
    vpc.cidrs.some((text) => holds(text, block)) &&
    !subnetBlocksOf(design, vpc.id, unsettled).some((text) => touch(block, text))
  const cidr = fits
    ? subnet.cidr
    : nextSubnetBlock(vpc, subnetBlocksOf(design, vpc.id, new Set([subnet.id])), block.length)
  if (!cidr) return `${vpc.name} has no free block left for ${subnet.name}: give it another IPv4 block first`
  const block6 = subnet.ipv6Cidr === null ? null : blockOf(subnet.ipv6Cidr)
  const theirs6 = listOfKind(design, 'subnet').filter(
    (other) => !unsettled.has(other.id) && vpcOf(design, other.id)?.id === vpc.id,
  )
  const fits6 =
    !block6 ||
    (vpc.ipv6Cidrs.some((text) => holds(text, block6)) &&
      !theirs6.some(({ ipv6Cidr }) => ipv6Cidr !== null && touch(block6, ipv6Cidr)))
  const ipv6Cidr = fits6
    ? subnet.ipv6Cidr
    : nextFreeBlock(
        vpc.ipv6Cidrs,
        theirs6.flatMap((other) => other.ipv6Cidr ?? []),
        64,
      )
  return changeOf(subnet, { cidr, ipv6Cidr })
}

const touch = (block: Block, text: string): boolean => {
  const other = blockOf(text)
  return other !== null && overlaps(block, other)
}

const holds = (text: string, block: Block): boolean => {
  const outer = blockOf(text)
  return outer !== null && covers(outer, block)
}

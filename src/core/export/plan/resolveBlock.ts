import { vpcOf } from '../../model/containment.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import { isIp4, parseAddress } from '../../net/address.ts'
import { type Block, covers, parseBlock } from '../../net/block.ts'
import { type BlockValue, keyOf } from './part.ts'
import { addRemark, type Planning, remarkWritten } from './planning.ts'

/** AWS gives a VPC a /56 and subnets a /64, which makes 256 of them. */
const SUBNETS_IN_BLOCK = 256

/** The block in the form AWS stores it (host bits cleared); a text that is no block stays as it is, with a remark. */
export function canonicalBlock(planning: Planning, holder: Construct, text: string): string {
  const result = parseBlock(text)
  if (result.ok) return text
  if (result.problem === 'host-bits' && result.suggestion) {
    remarkWritten(planning, holder, 'the block', text, result.suggestion)
    return result.suggestion
  }
  addRemark(planning, holder, `${result.message}; AWS will refuse it.`)
  return text
}

/** The address as typed, or null and a remark when it is none of that family. */
export function addressOf(planning: Planning, holder: Construct, text: string | null): string | null {
  if (text === null) return null
  const address = parseAddress(text)
  if (address !== null && isIp4(address)) return text
  addRemark(planning, holder, `“${text}” is not an IPv4 address and is left out, so AWS chooses one.`)
  return null
}

/** The CIDR of a rule, entry or route. IPv6 blocks of the VPC as drawn become those that AWS gives it. */
export function resolveBlock(planning: Planning, holder: Construct, text: string): BlockValue {
  const canonical = canonicalBlock(planning, holder, text)
  const parsed = parseBlock(canonical)
  if (!parsed.ok) return { text: canonical, family: canonical.includes(':') ? 6 : 4 }
  if (isIp4(parsed.block.base)) return { text: canonical, family: 4 }
  return resolveIp6(planning, holder, parsed.block) ?? { text: canonical, family: 6 }
}

/** Where an IPv6 block lies in those of the holder's VPC; null when it lies outside, or is none that AWS can be asked for. */
export function resolveIp6(planning: Planning, holder: Construct, block: Block): BlockValue | null {
  const vpc = vpcOf(planning.design, holder.id)
  for (const [number, drawn] of (vpc?.ipv6Cidrs ?? []).entries()) {
    const own = parseBlock(drawn)
    if (!own.ok || !covers(own.block, block)) continue
    const from = ipv6KeyOf(vpc!.id, number)
    if (own.block.length === block.length) return { from, number: null, family: 6 }
    const index = block.length === 64 ? distance64(own.block, block) : SUBNETS_IN_BLOCK
    if (index < SUBNETS_IN_BLOCK) return { from, number: index, family: 6 }
    addRemark(
      planning,
      holder,
      'an IPv6 block inside that of the VPC is written as drawn. AWS chooses the real block of the VPC, so adjust it after deployment.',
    )
  }
  return null
}

/** Key of the part that gives the VPC its IPv6 block of that number. */
export const ipv6KeyOf = (vpc: string, number: number): string =>
  keyOf(vpc, number === 0 ? 'ipv6' : `ipv6-${number + 1}`)

/** How many /64 blocks lie between the starts of two IPv6 blocks. */
function distance64(from: Block, to: Block): number {
  const [a, b] = [from.base, to.base]
  if (isIp4(a) || isIp4(b)) return Number.POSITIVE_INFINITY
  return (b[0] - a[0]) * 2 ** 32 + (b[1] - a[1])
}

/** A word for logical names: `0.0.0.0/0` reads `Default`, `10.1.0.0/16` reads `10x1x0x0x16`. */
export function wordOfBlock(text: string): string {
  if (text === '0.0.0.0/0') return 'Anywhere'
  if (text === '::/0') return 'AnywhereIpv6'
  return text.replace(/[^A-Za-z0-9]+/g, (gap) => 'x'.repeat(gap.length))
}

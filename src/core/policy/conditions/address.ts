import { isIp4, parseAddress } from '../../net/address.ts'
import { type Block, blockAt, contains } from '../../net/block.ts'
import { asTernary, NO } from '../language/ternary.ts'
import type { Comparison } from './operator.ts'

/** A block, or an address as the block of it alone; what lies outside of the prefix does not count. Source: IAM guide, IP address condition operators. */
function readRange(text: string): Block | null {
  const slash = text.indexOf('/')
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash))
  if (address === null) return null
  const most = isIp4(address) ? 32 : 128
  const digits = slash < 0 ? String(most) : text.slice(slash + 1)
  if (!/^\d{1,3}$/.test(digits) || Number(digits) > most) return null
  return blockAt(address, Number(digits))
}

/** `IpAddress`: in one of the blocks; never across families. */
export const address: Comparison = {
  reads: 'an address or a block such as 203.0.113.0/24',
  compile(text) {
    const block = readRange(text)
    if (block === null) return null
    return (value) => {
      const carried = parseAddress(value)
      return carried === null ? NO : asTernary(contains(block, carried))
    }
  },
}

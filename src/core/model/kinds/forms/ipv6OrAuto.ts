import { isIp4, parseAddress } from '../../../net/address.ts'

/** What is wrong with a text that should be an IPv6 address, or the word for one that AWS chooses; null when nothing is. */
export function ipv6OrAuto(text: string): string | null {
  const address = parseAddress(text)
  return text === 'auto' || (address !== null && !isIp4(address))
    ? null
    : `“${text}” is neither auto nor an IPv6 address`
}

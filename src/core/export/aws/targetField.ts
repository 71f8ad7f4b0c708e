import { isIp4, parseAddress } from '../../net/index.ts'

/** Which field of a target takes the address. */
export const targetField = (address: string): 'Ip' | 'Ipv6' => {
  const parsed = parseAddress(address)
  return parsed !== null && !isIp4(parsed) ? 'Ipv6' : 'Ip'
}

import { type Address, isIp4, sameAddress } from '../net/address.ts'
import { contains } from '../net/block.ts'
import { scopeOf } from '../net/scopeOf.ts'
import type { UnlistedBlocks } from '../topology/topology.ts'

/** An address, and the AWS service that it stands for where one of its names led to it (`com.amazonaws.eu-west-1.s3express`, '' where it has no endpoint service). */
export interface Asked {
  readonly address: Address
  readonly service: { readonly service: string } | null
}

/** Whether an address is in a list of AWS's whose entries are not published: those of its service are, those of other services and of nobody's public ones are not. */
export function inList(list: UnlistedBlocks, address: Address, asked: Asked | null): 'yes' | 'no' | 'maybe' {
  if (isIp4(address) !== (list.family === 4)) return 'no'
  if (asked?.service && sameAddress(asked.address, address))
    return asked.service.service === list.service ? 'yes' : 'no'
  const { within } = list
  const may = within ? within.some((block) => contains(block, address)) : scopeOf(address) === 'public'
  return may ? 'maybe' : 'no'
}

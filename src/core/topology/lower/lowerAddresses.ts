import { isIp4, parseAddress } from '../../net/address.ts'
import { addGap, type Building, type EniBuild, type Lower } from './building.ts'
import { samplePublic } from './lowerInterfaces.ts'

/** Elastic IP addresses go to the interface that they are associated with, in the place of any that it has. Source: VPC guide, Elastic IP addresses. */
export const lowerAddresses: Lower<'elastic-ip'> = (building, elastics) => {
  for (const elastic of elastics) {
    if (elastic.holder === null) continue
    const at = (field: string) => ({ construct: elastic.id, path: [field] })
    const enis = building.enisOf.get(elastic.holder) ?? []
    const its = enis.filter((one) => indexOf(one) === elastic.interface)
    const chosen = elastic.privateIp
    const eni =
      chosen === null
        ? (its[0] ?? (elastic.interface === 0 ? enis[0] : undefined))
        : its.find((one) => one.address !== null && one.address === parseAddress(chosen))
    if (!eni && chosen !== null && its.length > 0) {
      addGap(building, 'dangling-reference', at('privateIp'), `the interface has no address ${chosen}`)
      continue
    }
    if (!eni) {
      addGap(building, 'dangling-reference', at('holder'), `“${elastic.holder}” has no interface ${elastic.interface}`)
      continue
    }
    const address = elastic.publicIp === null ? null : parseAddress(elastic.publicIp)
    if (elastic.publicIp !== null && (address === null || !isIp4(address))) {
      const gap = addGap(building, 'invalid-value', at('publicIp'), `“${elastic.publicIp}” is not an IPv4 address`)
      eni.gaps = { ...eni.gaps, publicAddress: gap }
      continue
    }
    if (typeof address === 'number') give(building, eni, address)
    else if (eni.publicAddress === null) give(building, eni, samplePublic(building, elastic.id))
  }
}

const indexOf = ({ origin }: EniBuild): number => (typeof origin.path[1] === 'number' ? origin.path[1] : 0)

function give(building: Building, eni: EniBuild, address: number | null): void {
  if (address === null) return
  if (eni.publicAddress !== null && building.publicAt.get(eni.publicAddress) === eni)
    building.publicAt.delete(eni.publicAddress)
  eni.publicAddress = address
  if (!building.publicAt.has(address)) building.publicAt.set(address, eni)
}

import type { ConstructId } from '../../model/kinds/registry.ts'
import { formatAddress } from '../../net/address.ts'
import type { Eni } from '../topology.ts'
import type { DerivedRow, DerivedSection } from './derived.ts'

export type NameOf = (id: ConstructId) => string

/** A section of the inspector. */
export const section = (title: string, rows: readonly DerivedRow[]): DerivedSection => ({ title, rows })
/** A row, with where its value comes from in words. */
export const row = (label: string, value: string, from: string, origin: DerivedRow['origin']): DerivedRow => ({
  label,
  value,
  from,
  origin,
})

/** IPv4 addresses of interfaces as one text. */
export const addressesOf = (enis: readonly Eni[]): string =>
  enis.map((eni) => (eni.address === null ? 'no address' : formatAddress(eni.address))).join(', ') || 'no interface yet'

/** Interfaces with their addresses, and which of these are samples. */
export function interfaces(enis: readonly Eni[], nameOf: NameOf): DerivedSection {
  return section(
    'Interfaces',
    enis.flatMap((eni) => [
      row(
        `In ${nameOf(eni.subnet.id)}`,
        addressesOf([eni]),
        eni.gaps.address?.message ?? (eni.sample ? 'sample address: AWS chooses one of the subnet' : 'as drawn'),
        eni.origin,
      ),
      ...(eni.publicAddress === null
        ? []
        : [
            row(
              'Public address',
              formatAddress(eni.publicAddress),
              eni.publicAddress >>> 17 === 0x6309 ? 'sample address: AWS chooses one' : 'as drawn',
              eni.origin,
            ),
          ]),
    ]),
  )
}

import { useMemo } from 'react'
import { referenceCandidates } from '../../../core/model/fields/index.ts'
import { type ConstructKind, constructAt, definitionOf, regionOf, vpcOf } from '../../../core/model/index.ts'
import type { ComboboxOption } from '../../kit/Combobox.tsx'
import { nameOfConstruct } from '../../kit/nameOfConstruct.ts'
import { useDesign } from '../../kit/useStore.ts'
import { type Path, useEditing } from '../EditingContext.ts'

/** The other side of a rule or route: one of the three. */
export type Peer = { readonly cidr: string } | { readonly securityGroup: string } | { readonly prefixList: string }
export type PeerOption = ComboboxOption & { readonly peer: Peer }

/** What the field shows for a peer. */
export function formatPeer(peer: Peer, options: readonly PeerOption[]): string {
  if ('cidr' in peer) return peer.cidr
  const same = options.find((option) => JSON.stringify(option.peer) === JSON.stringify(peer))
  return same?.value ?? ('securityGroup' in peer ? peer.securityGroup : peer.prefixList)
}

/** What is worth offering: everywhere, the blocks of the VPC and its subnets, groups and prefix lists where the entry takes them. */
export function usePeerOptions(path: Path): readonly PeerOption[] {
  const { construct } = useEditing()
  const design = useDesign((state) => state.design)
  return useMemo(() => {
    const pattern = path
      .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
      .join('')
      .slice(1)
    const kindsOf = (member: string): readonly ConstructKind[] =>
      definitionOf(construct.kind).references.find((one) => one.path === `${pattern}.${member}`)?.kinds ?? []
    const named = (member: 'securityGroup' | 'prefixList', group: string): readonly PeerOption[] =>
      referenceCandidates(design, construct.id, kindsOf(member)).map((one) => ({
        value: nameOfConstruct(one),
        hint: one.id,
        group,
        peer: { [member]: one.id } as Peer,
      }))
    const block = (cidr: string, hint: string): PeerOption => ({ value: cidr, hint, group: 'Blocks', peer: { cidr } })
    const vpc = vpcOf(design, construct.id)
    const region = regionOf(design, construct.id)?.code
    const subnets = referenceCandidates(design, construct.id, ['subnet'])
    const managed = kindsOf('prefixList').length > 0 && region ? ['s3', 'dynamodb'] : []
    const prefixLists = named('prefixList', 'Prefix lists')
    return uniqueByValue([
      ...named('securityGroup', 'Security groups'),
      block('0.0.0.0/0', 'Everywhere (IPv4)'),
      block('::/0', 'Everywhere (IPv6)'),
      ...(vpc ? [...vpc.cidrs, ...vpc.ipv6Cidrs].map((cidr) => block(cidr, `VPC ${nameOfConstruct(vpc)}`)) : []),
      ...subnets.flatMap((one) => {
        const subnet = constructAt(design, one.id)
        const blocks = subnet?.kind === 'subnet' ? [subnet.cidr, subnet.ipv6Cidr] : []
        return blocks.flatMap((cidr) => (cidr && subnet ? block(cidr, `Subnet ${nameOfConstruct(subnet)}`) : []))
      }),
      ...prefixLists,
      ...managed.map((service) => ({
        value: `com.amazonaws.${region}.${service}`,
        hint: 'Prefix list that AWS keeps',
        group: 'Prefix lists',
        peer: { prefixList: `com.amazonaws.${region}.${service}` },
      })),
    ])
  }, [design, construct, path])
}

/** A name that occurs again carries its id, so that what is shown means one thing. */
function uniqueByValue(options: readonly PeerOption[]): readonly PeerOption[] {
  const seen = new Set<string>()
  return options.flatMap((option) => {
    const clash = seen.has(option.value)
    if (clash && 'cidr' in option.peer) return []
    const value = clash ? `${option.value} (${option.hint})` : option.value
    seen.add(value)
    return [{ ...option, value }]
  })
}

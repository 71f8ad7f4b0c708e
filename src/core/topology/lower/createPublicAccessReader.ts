import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { PublicAccess } from '../topology.ts'
import type { Building, VpcBuild } from './building.ts'

type Setting = ConstructOf<'block-public-access'>

/** What VPC Block Public Access leaves of a subnet's traffic through internet gateways. A subnet's exclusion counts before its VPC's. Source: VPC guide, Block Public Access. */
export function createPublicAccessReader(building: Building): (subnet: string, vpc: VpcBuild) => PublicAccess | null {
  const settings = building.byKind['block-public-access'].filter(({ mode }) => mode !== 'off')
  const codes = new Map(building.byKind.region.map(({ id, code }) => [id, code]))
  return (subnet, vpc) => {
    const setting = settings.find((one) => one.account === vpc.accountId && codes.get(one.region) === vpc.regionCode)
    return setting ? readSetting(setting, subnet, vpc) : null
  }
}

function readSetting({ id, mode, exclusions }: Setting, subnet: string, vpc: VpcBuild): PublicAccess | null {
  const own = exclusions.findIndex(({ of }) => of === subnet)
  const at = own >= 0 ? own : exclusions.findIndex(({ of }) => of === vpc.id)
  if (at < 0)
    return { lets: mode === 'block-ingress' ? 'nat-only' : 'nothing', origin: { construct: id, path: ['mode'] } }
  if (exclusions[at]!.allow === 'bidirectional') return null
  return { lets: 'egress', origin: { construct: id, path: ['exclusions', at] } }
}

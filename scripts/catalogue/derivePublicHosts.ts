import type { PublicHostEntry, RegionEntry, ServiceEntry } from '../../src/core/aws/catalogue.ts'
import { sortedBy } from '../../src/core/base/index.ts'
import type { HostFact, HostFacts } from './collectHosts.ts'

const FEW_REGIONS = 3
/** Hosts of AWS's own suffixes; the lists also name a few web pages and a local test server. */
const AWS_SUFFIX = /\.(amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|api\.aws)$/
/** S3's host names have too many forms for a list; `parseS3Host.ts` knows them. */
const S3_HOST = /(^|\.)s3(-control|-accesspoint|-fips|-external-1|express-control)?(\.|$)/

/** Public hosts that belong to none of the services. */
export function derivePublicHosts(
  facts: HostFacts,
  services: readonly ServiceEntry[],
  regions: readonly RegionEntry[],
): PublicHostEntry[] {
  const claimed = new Set(services.flatMap((service) => service.publicNames))
  const homes = new Map(regions.map((region) => [region.dnsSuffix, region.code]))
  const rows = [...facts.hosts, ...facts.fips]
    .filter(([name]) => AWS_SUFFIX.test(name) && !S3_HOST.test(name) && !claimed.has(name) && !name.includes('.ui-'))
    .map(([name, fact]) => describeHost(name, fact, homes))
  return sortedBy(rows, (row) => row.name)
}

function describeHost(name: string, fact: HostFact, homes: ReadonlyMap<string, string>): PublicHostEntry {
  const seen = [...fact.regions].sort()
  const regions = name.includes('{r}') ? (seen.length <= FEW_REGIONS ? seen : null) : [homeOf(name, homes)]
  return { name, ...(regions && { regions }), ...(fact.http && { publicPorts: [443, 80] }) }
}

/** The Region whose addresses stand for a host without a Region: the partition's first one. */
function homeOf(name: string, homes: ReadonlyMap<string, string>): string {
  if (name.includes('.us-gov.')) return 'us-gov-west-1'
  if (name.endsWith('.cn')) return 'cn-north-1'
  return name.endsWith('.eu') ? homes.get('amazonaws.eu')! : 'us-east-1'
}

import type { PublicHostEntry, RegionEntry, ServiceEntry } from '../../src/core/aws/catalogue.ts'
import { sortedBy } from '../../src/core/base/index.ts'
import type { HostFact, HostFacts } from './collectHosts.ts'
import { FEW_REGIONS, listFipsRegions } from './deriveServices.ts'

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
  const unclaimed = new Map([...facts.fips, ...facts.dualStack, ...facts.hosts])
  const rows = [...unclaimed]
    .filter(([name]) => AWS_SUFFIX.test(name) && !S3_HOST.test(name) && !claimed.has(name) && !name.includes('.ui-'))
    // botocore's lists give a default host to Regions where the service has moved to the dual-stack suffix
    .filter(([name]) => !claimed.has(name.replace('.{r}.amazonaws.com', '.{r}.api.aws')))
    .map(([name, fact]) => describeHost(name, fact, facts, homes))
  return sortedBy(rows, (row) => row.name)
}

function describeHost(
  name: string,
  fact: HostFact,
  facts: HostFacts,
  homes: ReadonlyMap<string, string>,
): PublicHostEntry {
  const regions = !name.includes('{r}')
    ? [homeOf(name, homes)]
    : facts.fips.get(name) === fact
      ? listFipsRegions([name], facts)
      : fact.regions.size <= FEW_REGIONS
        ? [...fact.regions].sort()
        : null
  return { name, ...(regions && { regions }), ...(fact.http && { publicPorts: [443, 80] }) }
}

/** The Region whose addresses stand for a host without a Region: the partition's first one. */
function homeOf(name: string, homes: ReadonlyMap<string, string>): string {
  if (name.includes('.us-gov.')) return 'us-gov-west-1'
  if (name.endsWith('.cn')) return 'cn-north-1'
  return name.endsWith('.eu') ? homes.get('amazonaws.eu')! : 'us-east-1'
}

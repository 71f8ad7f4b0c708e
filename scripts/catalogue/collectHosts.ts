import type { Sources } from './readSources.ts'

/** What the sources say about one public host template such as `kinesis.{r}.amazonaws.com`. */
export interface HostFact {
  readonly regions: Set<string>
  /** `MO`: AWS's own infrastructure parameters. `BC`: botocore's endpoint lists or rules. */
  readonly sources: Set<'MO' | 'BC'>
  /** Whether it answers on plain HTTP too. */
  http: boolean
}
export interface HostFacts {
  /** Hosts seen for a Region (`{r}`), and hosts without a Region. */
  readonly hosts: ReadonlyMap<string, HostFact>
  readonly fips: ReadonlyMap<string, HostFact>
  readonly dualStack: ReadonlyMap<string, HostFact>
  /** Host template -> its dual-stack and FIPS forms. */
  readonly dualStackOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly fipsOf: ReadonlyMap<string, ReadonlySet<string>>
  /** Default hosts by botocore's endpoint rules, which do not tell in which Regions they exist. */
  readonly byRule: ReadonlySet<string>
  /** Hosts made of an operation's prefix and its service's host. */
  readonly byPrefix: ReadonlySet<string>
  /** Region codes of the catalogue. */
  readonly regions: ReadonlySet<string>
}

/** Gathers every public host of the partitions that have public Regions. */
export function collectHosts(sources: Sources): HostFacts {
  const regions = new Set(Object.keys(sources.infrastructure))
  const write = createTemplateWriter(regions)
  const hosts = new Map<string, HostFact>()
  const fips = new Map<string, HostFact>()
  const dualStack = new Map<string, HostFact>()
  const dualStackOf = new Map<string, Set<string>>()
  const fipsOf = new Map<string, Set<string>>()
  for (const [code, region] of Object.entries(sources.infrastructure))
    for (const service of Object.values(region.services))
      if (typeof service === 'object' && service.endpoint) note(hosts, write(service.endpoint.Value, code), 'MO')

  for (const { partition, dnsSuffix, defaults, services } of sources.partitions) {
    if (partition.startsWith('aws-iso')) continue
    for (const [service, row] of Object.entries(services))
      for (const [key, endpoint] of Object.entries(row.endpoints)) {
        if (endpoint.deprecated) continue
        const fill = (host: string, suffix: string) =>
          host.replace('{service}', service).replace('{region}', key).replace('{dnsSuffix}', suffix)
        const region = regions.has(key) ? key : (endpoint.credentialScope?.region ?? '')
        const base = write(fill(endpoint.hostname ?? row.defaults?.hostname ?? defaults.hostname, dnsSuffix), region)
        const fact = note(hosts, base, 'BC')
        if ((endpoint.protocols ?? row.defaults?.protocols ?? []).includes('http')) fact.http = true
        for (const variant of endpoint.variants ?? []) {
          if (!variant.hostname || variant.tags.length !== 1) continue
          const host = write(fill(variant.hostname, variant.dnsSuffix ?? dnsSuffix), region)
          const isFips = variant.tags[0] === 'fips'
          if (isFips && host.template === base.template) continue
          note(isFips ? fips : dualStack, host, 'BC')
          link(isFips ? fipsOf : dualStackOf, base.template, host.template)
        }
      }
  }
  const byRule = new Set(Object.values(sources.ruleHosts).flat())
  const byPrefix = new Set<string>()
  for (const [service, prefixes] of Object.entries(sources.hostPrefixes))
    for (const host of sources.ruleHosts[service] ?? []) for (const prefix of prefixes) byPrefix.add(prefix + host)
  return { hosts, fips, dualStack, dualStackOf, fipsOf, byRule, byPrefix, regions }
}

interface SeenHost {
  readonly template: string
  readonly region: string
}

/** Writes a host as the catalogue does: `{r}` for its Region code, the suffixes of the partition `aws` for those of the others. */
const createTemplateWriter =
  (regions: ReadonlySet<string>) =>
  (host: string, region: string): SeenHost => {
    const labels = host.split('.')
    const at = labels.findLastIndex((label) => regions.has(label))
    if (at < 0) return { template: host, region }
    const suffix = labels.slice(at + 1).join('.')
    const canonical = suffix
      .replace(/^amazonaws\.(com\.cn|eu)$/, 'amazonaws.com')
      .replace(/^api\.amazonwebservices\..+$/, 'api.aws')
    return { template: [...labels.slice(0, at), '{r}', canonical].join('.'), region: labels[at]! }
  }

function note(facts: Map<string, HostFact>, { template, region }: SeenHost, source: 'MO' | 'BC'): HostFact {
  let fact = facts.get(template)
  if (!fact) {
    fact = { regions: new Set(), sources: new Set(), http: false }
    facts.set(template, fact)
  }
  if (region) fact.regions.add(region)
  fact.sources.add(source)
  return fact
}

function link(links: Map<string, Set<string>>, from: string, to: string): void {
  const set = links.get(from)
  if (set) set.add(to)
  else links.set(from, new Set([to]))
}

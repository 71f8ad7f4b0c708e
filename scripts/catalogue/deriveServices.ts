import type { Confidence, ServiceEntry } from '../../src/core/aws/catalogue.ts'
import { sortedBy } from '../../src/core/base/index.ts'
import type { HostFact, HostFacts } from './collectHosts.ts'
import { addedNames, exceptions, type ServiceException } from './exceptions.ts'
import { policySupportOf, servicesWithPolicyFacts } from './policySupport.ts'
import type { RecordedService, Sources } from './readSources.ts'

const PREFIX = 'com.amazonaws.{r}.'
/** Services of at most so many Regions by every source are confined to them. */
const FEW_REGIONS = 3
/** FIPS hosts exist in the United States and Canada, and elsewhere only where a source lists them. */
const FIPS_REGIONS = /^(us|ca)-/

/** One entry for every service name, by the exception table, else by what was recorded, else by rule. */
export function deriveServices(sources: Sources, facts: HostFacts): ServiceEntry[] {
  const recorded = readRecorded(sources.recorded, facts.regions)
  const byService = new Map(exceptions.map((row) => [row.service, row]))
  const names = [...sources.names, ...addedNames]
  checkNames('exceptions', [...byService.keys()], names)
  checkNames('policy facts', servicesWithPolicyFacts, names)
  const context: Context = { facts, recorded, byService, known: new Set(names) }
  return sortedBy(
    names.map((name) => deriveService(name, context)),
    (entry) => entry.name,
  )
}

interface Context {
  readonly facts: HostFacts
  readonly recorded: ReadonlyMap<string, RecordedNames>
  readonly byService: ReadonlyMap<string, ServiceException>
  readonly known: ReadonlySet<string>
}
interface RecordedNames {
  readonly privateName: string | null
  readonly hostPrefix: string
}
/** What private DNS covers, and how we know. */
interface Derived {
  readonly names: readonly string[] | 'none' | 'unknown'
  readonly confidence: Confidence
  readonly source: string
}

const shorten = (name: string): string => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name)
const lengthen = (host: string): string => (host.endsWith('{r}') ? `${host}.amazonaws.com` : host)
const withoutStar = (host: string): string => host.replace(/^\*\./, '')

function deriveService(name: string, context: Context): ServiceEntry {
  const service = shorten(name)
  const exception = context.byService.get(service)
  const recorded = context.recorded.get(name)
  const found: Derived = exception ?? deriveNames(service, context)
  const privateNames = typeof found.names === 'string' ? [] : found.names.map(lengthen)
  if (exception && recorded?.privateName && !privateNames.includes(recorded.privateName))
    throw new Error(`The exception for ${service} lacks ${recorded.privateName}, which AWS's own answer has`)
  const hostPrefix = exception?.hostPrefix ?? recorded?.hostPrefix ?? prefixOf(privateNames[0], service)
  if (recorded && !exception?.types?.includes('gateway') && recorded.hostPrefix !== hostPrefix)
    throw new Error(`The host prefix of ${service} is ${recorded.hostPrefix} by AWS's own answer, not ${hostPrefix}`)
  const publicNames = listPublicNames([...privateNames, ...(exception?.publicNames ?? []).map(lengthen)], context)
  const regions = exception?.regions ?? listRegions(publicNames, context.facts)
  const ports = [...(exception?.ports ?? [443])]
  const publicPorts = exception?.publicPorts ?? portsOf(publicNames, ports, context.facts)
  return {
    name,
    types: exception?.types ?? ['interface'],
    privateNames,
    publicNames,
    privateDns: typeof found.names === 'string' ? found.names : 'known',
    hostPrefix,
    ...(exception?.endpointSuffix && { endpointSuffix: exception.endpointSuffix }),
    ports,
    ...(publicPorts && { publicPorts: [...publicPorts] }),
    policySupported: policySupportOf(service),
    ...(regions && { regions: [...regions] }),
    confidence: found.confidence,
    source: found.source,
  }
}

function deriveNames(service: string, context: Context): Derived {
  const { facts, known, recorded } = context
  const api = recorded.get(PREFIX + service)
  if (api?.privateName) return { names: [api.privateName], confidence: 'H', source: 'LAB' }
  const word = service.replace(/^aws\.(api|sagemaker)\.\{r\}\./, '')
  if (word.startsWith('com.') || word !== service.replace(/^aws\.api\.\{r\}\./, ''))
    return { names: 'unknown', confidence: 'L', source: 'rule' }
  const reversed = word.split('.').reverse().join('.')
  const candidates = [word, reversed].flatMap((host) => [`${host}.{r}.amazonaws.com`, `${host}.{r}.api.aws`])
  const isFips = /-fips($|\.)/.test(word)
  const listed = candidates
    .map((host) => ({ host, fact: (isFips ? facts.fips : facts.hosts).get(host) ?? facts.hosts.get(host) }))
    .filter((one): one is { host: string; fact: HostFact } => one.fact !== undefined)
    .sort((a, b) => b.fact.regions.size - a.fact.regions.size)[0]
  if (listed) return { names: [listed.host], confidence: 'M', source: listed.fact.sources.has('MO') ? 'MO' : 'BC' }
  const ruled = candidates.find((host) => facts.byRule.has(host)) ?? candidates.find((host) => facts.byPrefix.has(host))
  if (ruled) return { names: [ruled], confidence: 'M', source: 'BC' }
  const base = word.replace(/-fips($|(?=\.))/, '')
  if (isFips && known.has(PREFIX + base)) return { names: [`${word}.{r}`], confidence: 'M', source: 'rule' }
  return { names: 'unknown', confidence: 'L', source: 'rule' }
}

/** The names, with the dual-stack forms of each and the FIPS forms that no service of their own has. */
function listPublicNames(names: readonly string[], { facts, known }: Context): string[] {
  const all = new Set(names)
  for (const name of names) {
    for (const host of facts.dualStackOf.get(name) ?? []) all.add(host)
    for (const host of facts.fipsOf.get(name) ?? [])
      if (!known.has(`${PREFIX}${host.split('.{r}')[0]!}`) && !isFipsOfAnother(host, known)) all.add(host)
  }
  return [...all]
}

/** Whether a service of its own has this FIPS host, under a name that is written otherwise: `airflow.api-fips`, `kinesis-streams-fips`. */
const isFipsOfAnother = (host: string, known: ReadonlySet<string>): boolean =>
  exceptions.some(
    (row) =>
      typeof row.names !== 'string' &&
      /-fips($|\.)/.test(row.service) &&
      row.names.map(lengthen).includes(host) &&
      known.has(row.service.includes('{r}') ? row.service : PREFIX + row.service),
  )

/** The Regions of a service that every source confines to a few, or of a FIPS host; null = everywhere. */
function listRegions(names: readonly string[], { hosts, fips, regions }: HostFacts): string[] | null {
  const regional = names.filter((name) => name.includes('{r}') && !name.startsWith('*.'))
  if (regional.length === 0) return null
  if (regional.every((name) => /-?fips[.-]|-fips$/.test(name))) {
    const listed = regional.flatMap((name) => [...(fips.get(name)?.regions ?? [])])
    return [...new Set([...[...regions].filter((code) => FIPS_REGIONS.test(code)), ...listed])].sort()
  }
  const facts = regional.map((name) => hosts.get(name)).filter((fact) => fact !== undefined)
  const seen = [...new Set(facts.flatMap((fact) => [...fact.regions]))].sort()
  return seen.length > 0 && seen.length <= FEW_REGIONS && facts.some((fact) => fact.sources.size === 2) ? seen : null
}

function portsOf(names: readonly string[], ports: readonly number[], facts: HostFacts): number[] | null {
  const http = names.some((name) => facts.hosts.get(name)?.http)
  return http && ports.join() === '443' ? [443, 80] : null
}

const prefixOf = (privateName: string | undefined, service: string): string =>
  privateName
    ? withoutStar(privateName).split(/\.(\{r\}|amazonaws\.com|[a-z]+-[a-z]+-\d\.)/)[0]!
    : service.split('.').reverse().join('.')

function readRecorded(rows: readonly RecordedService[], regions: ReadonlySet<string>): Map<string, RecordedNames> {
  const template = (text: string) =>
    text
      .split('.')
      .map((label) => (regions.has(label) ? '{r}' : label))
      .join('.')
  return new Map(
    rows.map((row) => {
      const base = row.BaseEndpointDnsNames.map(template).find((host) => !host.startsWith('vpce-svc-')) ?? ''
      const privateName = row.PrivateDnsName ? template(row.PrivateDnsName) : null
      return [template(row.ServiceName), { privateName, hostPrefix: base.split('.{r}')[0]! }]
    }),
  )
}

function checkNames(what: string, services: readonly string[], names: readonly string[]): void {
  const known = new Set(names.map(shorten))
  const stray = services.filter((service) => !known.has(service))
  if (stray.length > 0) throw new Error(`The ${what} name services that the list of names lacks: ${stray.join(', ')}`)
}

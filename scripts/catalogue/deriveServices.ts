import type { Confidence, ServiceEntry } from '../../src/core/aws/catalogue.ts'
import { hasFipsHosts, isFipsName } from '../../src/core/aws/fipsNames.ts'
import { sortedBy } from '../../src/core/base/index.ts'
import type { HostFact, HostFacts } from './collectHosts.ts'
import { addedNames, exceptions } from './exceptions.ts'
import { policySupportOf, servicesWithPolicyFacts } from './policySupport.ts'
import type { RecordedService, Sources } from './readSources.ts'
import type { ServiceException } from './serviceException.ts'

const PREFIX = 'com.amazonaws.{r}.'
/** Services of at most so many Regions by every source are confined to them. */
export const FEW_REGIONS = 4

/** One entry for every service name, by the exception table, else by what was recorded, else by rule. */
export function deriveServices(sources: Sources, facts: HostFacts): ServiceEntry[] {
  const recorded = readRecorded(sources.recorded, facts.regions)
  const byService = new Map(exceptions.map((row) => [row.service, row]))
  const names = [...sources.names, ...addedNames]
  checkNames('exceptions', [...byService.keys()], names)
  checkNames('policy facts', servicesWithPolicyFacts, names)
  const known = new Set(names)
  const named = names.map((name) => nameService(name, { facts, recorded, byService, known }))
  const ownNames = new Set(named.flatMap((one) => [...privateNamesOf(one), ...extraNamesOf(one)]))
  const context: Context = { facts, recorded, byService, known, ownNames }
  return sortedBy(
    named.map((one) => deriveService(one, context)),
    (entry) => entry.name,
  )
}

interface Context {
  readonly facts: HostFacts
  readonly recorded: ReadonlyMap<string, RecordedNames>
  readonly byService: ReadonlyMap<string, ServiceException>
  readonly known: ReadonlySet<string>
  /** Names that are some service's own, so not to be given to another as a form of its names. */
  readonly ownNames: ReadonlySet<string>
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

interface NamedService extends Derived {
  readonly name: string
  readonly exception: ServiceException | undefined
}

const shorten = (name: string): string => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name)
const lengthen = (host: string): string => (host.endsWith('{r}') ? `${host}.amazonaws.com` : host)
const privateNamesOf = ({ names }: NamedService): string[] => (typeof names === 'string' ? [] : [...names])
const extraNamesOf = ({ exception }: NamedService): string[] => (exception?.publicNames ?? []).map(lengthen)
const withoutStar = (host: string): string => host.replace(/^\*\./, '')

function deriveService(named: NamedService, context: Context): ServiceEntry {
  const { name, exception, names, confidence, source } = named
  const service = shorten(name)
  const recorded = context.recorded.get(name)
  const privateNames = privateNamesOf(named)
  const hostPrefix = exception?.hostPrefix ?? recorded?.hostPrefix ?? prefixOf(privateNames[0], service)
  checkRecorded(
    service,
    { privateNames, hostPrefix, isGateway: exception?.types?.includes('gateway') ?? false },
    recorded,
  )
  const publicNames = listPublicNames([...privateNames, ...extraNamesOf(named)], context)
  const regions = exception?.regions ?? listRegions(publicNames, context.facts)
  const ports = [...(exception?.ports ?? [443])]
  const publicPorts = exception?.publicPorts ?? portsOf(publicNames, ports, context.facts)
  return {
    name,
    types: exception?.types ?? ['interface'],
    privateNames,
    publicNames,
    privateDns: typeof names === 'string' ? names : 'known',
    hostPrefix,
    ...(exception?.endpointSuffix && { endpointSuffix: exception.endpointSuffix }),
    ports,
    ...(publicPorts && { publicPorts: [...publicPorts] }),
    policySupported: policySupportOf(service),
    ...(regions && { regions: [...regions] }),
    ...(exception?.home && { home: true as const }),
    ...(exception?.complete && { complete: true }),
    confidence,
    source,
  }
}

/** Where AWS's own answer was recorded, the table and the rules must agree with it. */
function checkRecorded(
  service: string,
  ours: { readonly privateNames: readonly string[]; readonly hostPrefix: string; readonly isGateway: boolean },
  recorded: RecordedNames | undefined,
): void {
  if (!recorded || ours.isGateway) return
  if (recorded.privateName && !ours.privateNames.includes(recorded.privateName))
    throw new Error(`The names of ${service} lack ${recorded.privateName}, which AWS's own answer has`)
  if (recorded.hostPrefix !== ours.hostPrefix)
    throw new Error(
      `The host prefix of ${service} is ${recorded.hostPrefix} by AWS's own answer, not ${ours.hostPrefix}`,
    )
}

/** The names that private DNS covers: by the exception table, else as recorded, else by rule. */
function nameService(name: string, context: Omit<Context, 'ownNames'>): NamedService {
  const service = shorten(name)
  const exception = context.byService.get(service)
  const { names, confidence, source } = exception ?? deriveNames(service, context)
  return { name, exception, names: typeof names === 'string' ? names : names.map(lengthen), confidence, source }
}

function deriveNames(service: string, context: Omit<Context, 'ownNames'>): Derived {
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

/** The names, with the dual-stack and FIPS forms of each that are no other service's own. */
function listPublicNames(names: readonly string[], { facts, ownNames }: Context): string[] {
  const forms = names.flatMap((name) => [...(facts.dualStackOf.get(name) ?? []), ...(facts.fipsOf.get(name) ?? [])])
  return [...new Set([...names, ...forms.filter((host) => !ownNames.has(host))])]
}

/** The Regions of a service that every source confines to a few, or of a service of FIPS hosts; null = everywhere. */
function listRegions(names: readonly string[], facts: HostFacts): string[] | null {
  const regional = names.filter((name) => name.includes('{r}') && !name.startsWith('*.'))
  if (regional.length === 0) return null
  if (regional.every(isFipsName)) return listFipsRegions(regional, facts)
  const seen = regional.map((name) => facts.hosts.get(name)).filter((fact) => fact !== undefined)
  const codes = [...new Set(seen.flatMap((fact) => [...fact.regions]))].sort()
  return codes.length > 0 && codes.length <= FEW_REGIONS && seen.some((fact) => fact.sources.size === 2) ? codes : null
}

/** FIPS hosts exist in the United States and Canada, and elsewhere where a source lists them. */
export const listFipsRegions = (names: readonly string[], { fips, regions }: HostFacts): string[] =>
  [
    ...new Set([
      ...[...regions].filter(hasFipsHosts),
      ...names.flatMap((name) => [...(fips.get(name)?.regions ?? [])]),
    ]),
  ].sort()

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

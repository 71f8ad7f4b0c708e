import type { DeepReadonly } from '../base/deepReadonly.ts'
import { parseDnsName } from '../net/dnsName.ts'
import type { Catalogue, ServiceEntry } from './catalogue.ts'
import { type CatalogueIndex, type HostOwner, indexOf } from './catalogueIndex.ts'
import { hasFipsHosts, isFipsName } from './fipsNames.ts'
import { parseS3Host, type S3Host } from './parseS3Host.ts'
import { templateOf } from './templateOf.ts'

/** A host of AWS that public DNS answers. */
export interface PublicHost {
  /** Full name of its endpoint service, `{r}` kept where the Region is not told; '' where no service is known for it. */
  readonly service: string
  /** The Region that the host is in; '' where the name does not tell (`BUCKET.s3.amazonaws.com`). */
  readonly region: string
  readonly entry: DeepReadonly<ServiceEntry> | null
  /** Which addresses it answers with. */
  readonly ranges: 's3' | 'dynamodb' | 'aws'
  readonly ports: readonly number[]
}

const HTTPS = [443]
/** Where hosts without a Region in their name are, unless the catalogue says otherwise. */
const HOME = 'us-east-1'

/** Finds what a public host name of AWS stands for; null when AWS has no such host (names of endpoints, `vpce-…`, are not looked for here). */
export function findPublicHost(catalogue: Catalogue, host: string): PublicHost | null {
  const name = parseDnsName(host)
  if (name === null) return null
  const index = indexOf(catalogue)
  const s3 = parseS3Host(index.regions, name)
  if (s3) return describeS3(index, s3)
  const template = templateOf(index, name)
  const owner = template && findOwner(index, template.text)
  if (!template || !owner) return null
  if (owner.host) return describeHost(owner.host, template.region)
  const isStray =
    isFipsName(template.text) && !owner.service.regions && template.region && !hasFipsHosts(template.region)
  return isStray ? null : describeService(owner.service, template.region)
}

/** The owner of the name itself, of its numbered form, or of the longest wildcard above it. */
function findOwner({ hosts }: CatalogueIndex, template: string): HostOwner | null {
  const exact = hosts.get(template) ?? hosts.get(template.replace(/^([a-z-]+)\d+(?=\.)/, '$1#'))
  if (exact) return exact
  for (let dot = template.indexOf('.'); dot >= 0; dot = template.indexOf('.', dot + 1)) {
    const owner = hosts.get(`*${template.slice(dot)}`)
    if (owner) return owner
  }
  return null
}

function describeService(entry: DeepReadonly<ServiceEntry>, region: string): PublicHost | null {
  const home = region || (entry.regions?.[0] ?? HOME)
  if (entry.regions && !entry.regions.includes(home)) return null
  const dynamodb = entry.name === 'com.amazonaws.{r}.dynamodb' || entry.name === 'com.amazonaws.{r}.dynamodb-fips'
  return {
    service: entry.name.replace('{r}', home),
    region: home,
    entry,
    // Streams have no gateway endpoint, so their addresses are not those of the DynamoDB list (DynamoDB guide)
    ranges: dynamodb ? 'dynamodb' : 'aws',
    ports: entry.publicPorts ?? entry.ports,
  }
}

function describeHost(host: NonNullable<HostOwner['host']>, region: string): PublicHost | null {
  const home = region || (host.regions?.[0] ?? HOME)
  if (host.regions && !host.regions.includes(home)) return null
  return { service: '', region: home, entry: null, ranges: 'aws', ports: host.publicPorts ?? HTTPS }
}

const S3_PORTS: Readonly<Record<S3Host['kind'], readonly number[]>> = {
  bucket: [443, 80],
  api: [443, 80],
  express: [443],
  accelerate: [443, 80],
  website: [80],
}

function describeS3({ services }: CatalogueIndex, { region, kind }: S3Host): PublicHost {
  const ports = S3_PORTS[kind]
  // Accelerated names are answered by edge locations, which no list of a Region holds
  if (kind === 'accelerate') return { service: '', region, entry: null, ranges: 'aws', ports }
  const entry = services.get(`com.amazonaws.{r}.${kind === 'express' ? 's3express' : 's3'}`)
  const service = entry ? (region ? entry.name.replace('{r}', region) : entry.name) : ''
  return { service, region, entry: entry ?? null, ranges: kind === 'express' ? 'aws' : 's3', ports }
}

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One answer of `describe-vpc-endpoint-services`, recorded on real AWS. */
export interface RecordedService {
  readonly ServiceName: string
  readonly PrivateDnsName?: string
  readonly BaseEndpointDnsNames: readonly string[]
}
export interface IpRanges {
  readonly createDate: string
  readonly prefixes: readonly { readonly ip_prefix: string; readonly region: string; readonly service: string }[]
  readonly ipv6_prefixes: readonly { readonly ipv6_prefix: string; readonly region: string; readonly service: string }[]
}
interface Variant {
  readonly hostname?: string
  readonly dnsSuffix?: string
  readonly tags: readonly string[]
}
interface EndpointRow {
  readonly hostname?: string
  readonly deprecated?: boolean
  readonly protocols?: readonly string[]
  readonly credentialScope?: { readonly region?: string }
  readonly variants?: readonly Variant[]
}
/** A partition of botocore's `endpoints.json`. */
export interface Partition {
  readonly partition: string
  readonly dnsSuffix: string
  readonly defaults: EndpointRow & { readonly hostname: string }
  readonly regions: Readonly<Record<string, { readonly description: string }>>
  readonly services: Readonly<
    Record<string, { readonly defaults?: EndpointRow; readonly endpoints: Readonly<Record<string, EndpointRow>> }>
  >
}
/** A Region in the dump of AWS's public infrastructure parameters that moto ships. */
export interface InfrastructureRegion {
  readonly longName: { readonly Value: string }
  readonly 'availability-zones'?: Readonly<Record<string, unknown>>
  readonly services: Readonly<Record<string, { readonly endpoint?: { readonly Value: string } } | string>>
}
export interface Sources {
  readonly names: readonly string[]
  readonly ipRanges: IpRanges
  readonly recorded: readonly RecordedService[]
  readonly infrastructure: Readonly<Record<string, InfrastructureRegion>>
  readonly partitions: readonly Partition[]
  readonly dualStackSuffixes: Readonly<Record<string, string>>
  /** Service folder of botocore -> host templates of its endpoint rules. */
  readonly ruleHosts: Readonly<Record<string, readonly string[]>>
  /** Service folder of botocore -> host prefixes of its operations. */
  readonly hostPrefixes: Readonly<Record<string, readonly string[]>>
  /** Region -> zone name -> zone id of moto's example account. */
  readonly exampleZones: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Reads everything the catalogue is made from: the list of names, the fact files in `shared`, and the data of the Python packages botocore and moto. */
export function readSources(shared: string): Sources {
  const ipRanges = join(shared, 'data/ip-ranges.json')
  if (!existsSync(ipRanges)) throw new Error(`No ${ipRanges}: pass the folder of the fact files, or set HOPWISE_SHARED`)
  const python = readPython()
  const botocore = join(python.botocore, 'data')
  const partitionRows = readJson<{ partitions: { id: string; outputs: { dualStackDnsSuffix: string } }[] }>(
    join(botocore, 'partitions.json'),
  )
  return {
    names: readServiceNames(),
    ipRanges: readJson<IpRanges>(ipRanges),
    recorded: listFiles(join(shared, 'labs'), /\/VpcEndpointServices\.json$/).flatMap(
      (path) => readJson<{ ServiceDetails: RecordedService[] }>(path).ServiceDetails,
    ),
    infrastructure: readJson<{
      aws: { service: { 'global-infrastructure': { regions: Record<string, InfrastructureRegion> } } }
    }>(join(python.moto, 'ssm/resources/regions.json.gz')).aws.service['global-infrastructure'].regions,
    partitions: readJson<{ partitions: Partition[] }>(join(botocore, 'endpoints.json')).partitions,
    dualStackSuffixes: Object.fromEntries(
      partitionRows.partitions.map((row) => [row.id, row.outputs.dualStackDnsSuffix]),
    ),
    ruleHosts: readModels(botocore, 'endpoint-rule-set-1\\.json', ruleHostsOf),
    hostPrefixes: readModels(botocore, 'service-2\\.json', hostPrefixesOf),
    exampleZones: python.zones,
  }
}

/** The names in `serviceNames.txt`. */
export const readServiceNames = (): string[] =>
  readFileSync(new URL('serviceNames.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

interface PythonFacts {
  readonly moto: string
  readonly botocore: string
  readonly zones: Record<string, Record<string, string>>
}

const PYTHON = `
import json, os, moto, botocore
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend as backend
zones = {r: {z.name: z.zone_id for z in zs if z.zone_type == "availability-zone"} for r, zs in backend.zones.items()}
print(json.dumps({"moto": os.path.dirname(moto.__file__), "botocore": os.path.dirname(botocore.__file__), "zones": zones}))
`

function readPython(): PythonFacts {
  try {
    return JSON.parse(execFileSync('python3', ['-c', PYTHON], { encoding: 'utf8' })) as PythonFacts
  } catch (cause) {
    throw new Error('The catalogue needs Python 3 with the packages moto and botocore (pip install moto botocore)', {
      cause,
    })
  }
}

function readJson<T>(path: string): T {
  const bytes = readFileSync(path)
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as T
}

const listFiles = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => pattern.test(path))
    .sort()

/** Reads one file of every service and API version, by service. */
function readModels(
  folder: string,
  pattern: string,
  read: (model: unknown) => readonly string[],
): Record<string, readonly string[]> {
  const found: Record<string, string[]> = {}
  for (const path of listFiles(folder, new RegExp(`/${pattern}(\\.gz)?$`))) {
    const service = path.split('/').at(-3)!
    found[service] = [...new Set([...(found[service] ?? []), ...read(readJson(path))])].sort()
  }
  return found
}

/** The hosts of an endpoint rule set, Region and suffix written as in the catalogue; hosts with other variables are left out. */
function ruleHostsOf(model: unknown): string[] {
  const urls = JSON.stringify(model).matchAll(/"url":"https?:\/\/([^"/]+)/g)
  return [...urls]
    .map(([, host]) =>
      host!
        .replace('{Region}', '{r}')
        .replace(/\{[pP]artitionResult#dnsSuffix\}/, 'amazonaws.com')
        .replace('{PartitionResult#dualStackDnsSuffix}', 'api.aws'),
    )
    .filter((host) => /^[a-z0-9.-]+\.\{r\}\.(amazonaws\.com|api\.aws)$/.test(host))
}

function hostPrefixesOf(model: unknown): string[] {
  const { operations } = model as { operations: Record<string, { endpoint?: { hostPrefix?: string } }> }
  const prefixes = Object.values(operations).map((operation) => operation.endpoint?.hostPrefix ?? '')
  return [...new Set(prefixes)].filter((prefix) => /^[a-z0-9.-]+$/.test(prefix))
}

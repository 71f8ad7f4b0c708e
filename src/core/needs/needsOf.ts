import type { Catalogue } from '../aws/catalogue.ts'
import { indexOf } from '../aws/catalogueIndex.ts'
import { findService } from '../aws/findService.ts'
import { rightServiceName } from '../aws/serviceForms.ts'
import { fillTemplate } from '../aws/templateOf.ts'
import type { Need } from '../aws/workloads/workload.ts'
import { isWorkload, type WorkloadId } from '../aws/workloads/workloadIds.ts'
import { WORKLOADS } from '../aws/workloads/workloads.ts'
import { groupBy } from '../base/groupBy.ts'
import { remember } from '../base/remember.ts'
import { constructOfKind, regionOf, vpcOf } from '../model/containment.ts'
import type { AccessRequest, Design } from '../model/design.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'

/** The endpoint service that serves a name in a Region. */
export interface ServingEndpoint {
  /** `com.amazonaws.us-east-1.ecr.api` */
  readonly service: string
  readonly type: 'interface' | 'gateway'
  /** The service’s own Region where the endpoint has to state it. */
  readonly serviceRegion: string | null
}

/** One name that a client needs. */
export interface ClientNeed {
  /** Those that always ask for it; where none does, all that may. */
  readonly workloads: readonly WorkloadId[]
  readonly request: AccessRequest
  /** null = no endpoint serves it here: only a way to public addresses leads there. */
  readonly endpoint: ServingEndpoint | null
  /** The conditions under which it is asked for; empty = always. */
  readonly when: readonly string[]
  readonly source: string
}

/** An account that nobody has. */
const SAMPLE_ACCOUNT = '123456789012'

type Row = Omit<ClientNeed, 'request'> & { readonly request: Omit<AccessRequest, 'from'> }
const rowMemories = new WeakMap<Catalogue, Map<string, readonly Row[]>>()

/** What a client asks for because of its workloads (or of those that are given), what it always needs first; empty where its Region is not known. */
export function needsOf(
  design: Design,
  catalogue: Catalogue,
  client: ConstructOf<'client'>,
  workloads: readonly string[] = client.workloads,
): readonly ClientNeed[] {
  const region = regionOf(design, client.id)?.code
  if (region === undefined || !indexOf(catalogue).regions.has(region)) return []
  const account = accountOf(design, client)
  const memory = remember(rowMemories, catalogue, () => new Map<string, readonly Row[]>())
  const rows = remember(memory, `${region} ${account} ${workloads.join()}`, () =>
    rowsOf(catalogue, region, account, workloads),
  )
  return rows.map((row) => ({ ...row, request: { from: client.id, ...row.request } }))
}

/** The rows of some workloads in a Region and an account: the same for all clients there. */
function rowsOf(catalogue: Catalogue, region: string, account: string, workloads: readonly string[]): readonly Row[] {
  const named = workloads
    .filter(isWorkload)
    .flatMap((workload) =>
      WORKLOADS[workload].needs
        .filter(({ regions }) => regions?.codes.test(region) ?? true)
        .map((need) => ({ workload, need, to: hostIn(catalogue, need.host, region, account) })),
    )
  const rows = [...groupBy(named, ({ need, to }) => `${to} ${need.protocol} ${need.port}`).values()].map(
    (same): Row => {
      const always = same.filter(({ need }) => need.when === null)
      // what one of several asks for always is asked for always, whatever the others do
      const telling = always.length > 0 ? always : same
      const { need, to, workload } = telling[0]!
      return {
        workloads: telling.map((one) => one.workload),
        request: { to, protocol: need.protocol, port: need.port },
        endpoint: endpointIn(catalogue, need, region),
        when: [...new Set(telling.flatMap((one) => one.need.when ?? []))],
        source: need.source ?? WORKLOADS[workload].source,
      }
    },
  )
  return [...rows.filter(({ when }) => when.length === 0), ...rows.filter(({ when }) => when.length > 0)]
}

function accountOf(design: Design, client: ConstructOf<'client'>): string {
  const id = client.account ?? vpcOf(design, client.id)?.account ?? ''
  return constructOfKind(design, id, 'account')?.accountId || SAMPLE_ACCOUNT
}

/** A host of the table in a Region: `api.ecr.cn-north-1.amazonaws.com.cn`. */
export const hostIn = (catalogue: Catalogue, host: string, region: string, account = SAMPLE_ACCOUNT): string =>
  fillTemplate(indexOf(catalogue), host, region).replaceAll('{r}', region).replace('{account}', account)

/** The endpoint service of a row in a Region; null where there is none. Services of one Region are reached from others only where the row says so. */
export function endpointIn(
  catalogue: Catalogue,
  { service: template, home }: Pick<Need, 'service' | 'home'>,
  region: string,
): ServingEndpoint | null {
  if (template === null) return null
  const service = template.replace('{r}', region)
  const found = findService(catalogue, service)
  if (!found) return null
  const { entry, region: own } = found
  if (own !== '' && (own !== region || (entry.regions && !entry.regions.includes(own)))) return null
  const type = entry.types.includes('gateway') ? 'gateway' : 'interface'
  return {
    service: rightServiceName(service, type),
    type,
    serviceRegion: home !== undefined && home !== region ? home : null,
  }
}

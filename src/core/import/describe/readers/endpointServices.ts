import { notImported } from '../../../model/notImported.ts'
import {
  asAccount,
  asFields,
  asFlag,
  asId,
  asList,
  asRecords,
  asText,
  asTexts,
  asWord,
  type Fields,
} from '../../fields.ts'
import { add, type Importing, type InputOf, ignore, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { serviceZonesOf } from '../../serviceZones.ts'
import { accountByNumber, accountOf, regionByCode, titleOfRecord } from '../../whereabouts.ts'
import { loadBalancerOfArn } from './arns.ts'

type Service = InputOf<'endpoint-service'>
const STATES = ['pending', 'available', 'deleting', 'deleted', 'failed'] as const
const EVENTS = ['Connect', 'Accept', 'Reject', 'Delete'] as const

/** `describe-vpc-endpoint-service-configurations` with permissions and notifications. Source: EC2 API, ServiceConfiguration. */
export function readServiceConfiguration(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const id = asId(value.ServiceId)
  if (id === null) return skip(importing, entry, null, 'an endpoint service without an id')
  const arns = [...asList(value.NetworkLoadBalancerArns), ...asList(value.GatewayLoadBalancerArns)]
  const loadBalancers = arns.map(loadBalancerOfArn)
  if (loadBalancers.some((one) => one === null))
    return skip(importing, entry, id, 'a load balancer of the service cannot be read')
  add(importing, entry, {
    kind: 'endpoint-service',
    id,
    name: titleOfRecord(entry, id),
    region: regionByCode(importing, regionOfService(value) ?? entry.region, entry),
    account: accountOf(importing, entry),
    loadBalancers: loadBalancers.flatMap((one) => one ?? []),
    acceptanceRequired: asFlag(value.AcceptanceRequired) ?? true,
    allowedPrincipals: principalsOf(importing, id),
    // AWS gives it an id of its own when it is made
    serviceId: entry.planned ? null : id,
    ...domainOf(value),
    supportedRegions: asRecords(value.SupportedRegions).flatMap((one) => asText(one.Region) ?? []),
    supportedIpAddressTypes: addressTypesOf(value),
    state: asWord(value.ServiceState, STATES) ?? 'available',
    payer: asWord(value.PayerResponsibility, ['endpoint-owner', 'service-owner']) ?? 'endpoint-owner',
    notifications: notificationsOf(importing, id),
  })
}

/**
 * `describe-vpc-endpoint-services`: of AWS's own, the zones that the account is told count. One of an account in the files is kept, with load balancers that lead
 * nowhere: only the owner's call names them.
 */
export function readServiceDetail(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const service = asText(value.ServiceName)
  if (service === null) return skip(importing, entry, asId(value.ServiceId), 'a service without a name')
  if (isNameOfAws(service)) {
    serviceZonesOf(importing, entry.account ?? '').set(service, asTexts(value.AvailabilityZones))
    return ignore(importing, value)
  }
  const id = asId(value.ServiceId)
  // A service of somebody whose files are not here is nothing to draw.
  const isOfAws = asWord(value.Owner, ['amazon', 'aws-marketplace']) !== null
  const owner = isOfAws ? null : asAccount(value.Owner)
  if (isOfAws || (owner !== null && !importing.zones.has(owner))) return ignore(importing, value)
  if (owner === null) return skip(importing, entry, id, 'whose service it is cannot be read')
  if (id === null) return skip(importing, entry, null, 'a service without an id')
  if (importing.constructs.has(id)) return ignore(importing, value)
  add(importing, entry, {
    kind: 'endpoint-service',
    id,
    name: titleOfRecord(entry, id),
    region: regionByCode(importing, regionOfService(value) ?? entry.region, entry),
    account: accountByNumber(importing, owner),
    loadBalancers: [notImported(`load-balancers-of-${id}`)],
    acceptanceRequired: asFlag(value.AcceptanceRequired) ?? true,
    allowedPrincipals: principalsOf(importing, id),
    serviceId: id,
    ...domainOf(value),
    supportedIpAddressTypes: addressTypesOf(value),
  })
}

/** A service of AWS: `com.amazonaws.REGION.sqs`. Those of accounts and of AWS Marketplace are named by their ids. */
const isNameOfAws = (name: string): boolean =>
  /^(cn\.)?com\.amazonaws\.(?!vpce\.)|^aws\./.test(name) && !name.includes('.vpce-svc-')

/** `com.amazonaws.vpce.REGION.vpce-svc-…` */
const regionOfService = (value: Fields): string | null =>
  /\.vpce\.([a-z0-9-]+)\.vpce-svc-/.exec(asText(value.ServiceName) ?? '')?.[1] ?? null

const addressTypesOf = (value: Fields): Service['supportedIpAddressTypes'] => {
  const types = asList(value.SupportedIpAddressTypes).flatMap((one) => asWord(one, ['ipv4', 'ipv6']) ?? [])
  return types.length > 0 ? types : ['ipv4']
}

const principalsOf = (importing: Importing, service: string): string[] =>
  importing
    .where('ServicePermissions', 'ServiceId', service)
    .flatMap(({ value }) => asRecords(value.AllowedPrincipals).flatMap((one) => asText(one.Principal) ?? []))

function domainOf(
  value: Fields,
): Pick<Service, 'privateDnsName' | 'domainVerification' | 'verificationName' | 'verificationValue'> {
  const configuration = asFields(value.PrivateDnsNameConfiguration)
  const state = configuration.State ?? value.PrivateDnsNameVerificationState
  return {
    privateDnsName: asText(value.PrivateDnsName),
    domainVerification: asWord(state, ['pendingVerification', 'verified', 'failed']) ?? 'pendingVerification',
    verificationName: asText(configuration.Name),
    verificationValue: asText(configuration.Value),
  }
}

const notificationsOf = (importing: Importing, service: string): Service['notifications'] =>
  importing.where('ConnectionNotificationSet', 'ServiceId', service).flatMap(({ value }) => {
    const topic = asText(value.ConnectionNotificationArn)
    const events = asList(value.ConnectionEvents).flatMap((one) => asWord(one, EVENTS) ?? [])
    return topic === null ? [] : [{ topic, events }]
  })

/** `describe-vpc-endpoint-connections`: the endpoint says its state itself where it is in the files. */
export function readConnection(entry: Entry, importing: Importing): undefined {
  const id = asId(entry.value.VpcEndpointId)
  if (id !== null && importing.constructs.has(id)) return
  skip(
    importing,
    entry,
    id,
    `a connection of an endpoint whose own account is not in the files (${asText(entry.value.VpcEndpointState) ?? 'state not said'})`,
  )
}

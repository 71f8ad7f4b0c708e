import * as z from 'zod/mini'
import {
  base,
  choice,
  endpointState,
  flag,
  ipAddressType,
  list,
  optional,
  plainText,
  port,
  reference,
  typedText,
} from './common.ts'

const scheme = choice(['internal', 'internet-facing'], 'internal')
const nodes = list(
  z.strictObject({
    subnet: reference,
    /** null = chosen by AWS. */
    privateIp: optional(typedText),
    /** Of an internet-facing one: `auto` or an Elastic IP address. */
    publicIp: z._default(typedText, 'auto'),
  }),
  20,
)
/** Its name in public DNS, `NAME-HASH.elb.REGION.amazonaws.com`; null = made from the id. */
const dnsName = optional(typedText)

export const networkLoadBalancer = z.strictObject({
  ...base('network-load-balancer'),
  vpc: reference,
  scheme,
  subnets: nodes,
  /** null = made without any, which cannot be changed later: no group filters its traffic. */
  securityGroups: optional(z.array(reference).check(z.maxLength(16))),
  /** Whether the groups' inbound rules also apply to what comes through AWS PrivateLink; they then see the client's own address. */
  enforceInboundRulesOnPrivateLink: flag(true),
  crossZone: flag(false),
  ipAddressType,
  dnsName,
  listeners: list(
    z.strictObject({
      protocol: choice(['TCP', 'UDP', 'TLS', 'TCP_UDP'], 'TCP'),
      port,
      /** null = a listener without a target group. */
      targetGroup: optional(reference),
    }),
    50,
  ),
})

/** It ends the client's connection and opens one of its own; always balances across zones. */
export const applicationLoadBalancer = z.strictObject({
  ...base('application-load-balancer'),
  vpc: reference,
  scheme,
  subnets: nodes,
  securityGroups: list(reference, 16),
  ipAddressType,
  dnsName,
  listeners: list(
    z.strictObject({ protocol: choice(['HTTP', 'HTTPS'], 'HTTPS'), port, targetGroup: optional(reference) }),
    50,
  ),
})

/** Hands whole packets to appliances over GENEVE. */
export const gatewayLoadBalancer = z.strictObject({
  ...base('gateway-load-balancer'),
  vpc: reference,
  subnets: list(z.strictObject({ subnet: reference, privateIp: optional(typedText) }), 20),
  crossZone: flag(false),
  targetGroup: optional(reference),
})

export const TARGET_HEALTH = ['healthy', 'unhealthy', 'initial', 'draining', 'unused', 'unknown'] as const

export const targetGroup = z.strictObject({
  ...base('target-group'),
  vpc: reference,
  targetType: choice(['instance', 'ip', 'alb'], 'instance'),
  protocol: choice(['TCP', 'UDP', 'TLS', 'TCP_UDP', 'HTTP', 'HTTPS', 'GENEVE'], 'TCP'),
  port,
  /** null = as AWS has it by type: on for instances and for UDP, off for addresses by TCP or TLS. */
  preserveClientIp: optional(z.boolean()),
  /** Proxy protocol version 2: targets read the client's address and the endpoint's id in a header. */
  proxyProtocol: flag(false),
  /** null = as its load balancer has it. */
  crossZone: optional(z.boolean()),
  targets: list(
    z.strictObject({
      /** A client (by its primary interface) or an application load balancer; null for a bare address. */
      target: optional(reference),
      /** For type ip: the address. */
      address: optional(typedText),
      /** null = the group's port. */
      port: optional(port),
      health: choice(TARGET_HEALTH, 'healthy'),
    }),
    1000,
  ),
})

/** The provider's side of AWS PrivateLink. */
export const endpointService = z.strictObject({
  ...base('endpoint-service'),
  region: reference,
  account: reference,
  /** Network load balancers, or Gateway Load Balancers: never both. */
  loadBalancers: list(reference, 10),
  acceptanceRequired: flag(true),
  /** ARNs of accounts, users and roles that may make endpoints for it, or `*`; none by default. */
  allowedPrincipals: list(plainText(2048), 500),
  /** `vpce-svc-…`; null = made from the construct's id. */
  serviceId: optional(typedText),
  privateDnsName: optional(typedText),
  /** State of the domain's verification; AWS looks for the record below in public DNS. */
  domainVerification: choice(['pendingVerification', 'verified', 'failed'], 'pendingVerification'),
  /** Name and value of the TXT record: `_6e86v84tqgqubxbwii1m` and `vpce:l6p0ERxlTt45jevFwOCp`; null = made from the id. */
  verificationName: optional(typedText),
  verificationValue: optional(typedText),
  supportedRegions: list(typedText, 40),
  supportedIpAddressTypes: z._default(z.array(z.enum(['ipv4', 'ipv6'])).check(z.maxLength(2)), ['ipv4']),
  state: choice(['pending', 'available', 'deleting', 'deleted', 'failed'], 'available'),
  payer: choice(['endpoint-owner', 'service-owner'], 'endpoint-owner'),
  notifications: list(
    z.strictObject({
      /** ARN of an SNS topic. */
      topic: plainText(255),
      events: z._default(z.array(z.enum(['Connect', 'Accept', 'Reject', 'Delete'])).check(z.maxLength(4)), [
        'Connect',
        'Accept',
        'Reject',
        'Delete',
      ]),
    }),
    20,
  ),
})

/** An endpoint that routes point to: it hands packets to the appliances of a Gateway Load Balancer and back. */
export const gatewayLoadBalancerEndpoint = z.strictObject({
  ...base('gateway-load-balancer-endpoint'),
  subnet: reference,
  service: typedText,
  endpointService: optional(reference),
  state: endpointState,
  ipAddressType,
  privateIp: optional(typedText),
})

/** An endpoint for a resource of another VPC (VPC Lattice): drawn and exported, not simulated. */
export const resourceEndpoint = z.strictObject({
  ...base('resource-endpoint'),
  vpc: reference,
  resourceConfigurationArn: z._default(plainText(255), ''),
  subnets: list(reference, 20),
  securityGroups: list(reference, 16),
})

/** A service network (VPC Lattice): drawn and exported, not simulated. */
export const serviceNetwork = z.strictObject({ ...base('service-network'), region: reference, account: reference })

/** An endpoint that brings a service network into a VPC: drawn and exported, not simulated. */
export const serviceNetworkEndpoint = z.strictObject({
  ...base('service-network-endpoint'),
  vpc: reference,
  serviceNetwork: optional(reference),
  serviceNetworkArn: z._default(plainText(255), ''),
  subnets: list(reference, 20),
  securityGroups: list(reference, 16),
})

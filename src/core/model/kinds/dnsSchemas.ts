import * as z from 'zod/mini'
import { base, choice, list, optional, plainText, port, reference, typedText } from './common.ts'

/** A zone of Amazon Route 53: private ones answer in the VPCs they are associated with, public ones everywhere. */
export const hostedZone = z.strictObject({
  ...base('hosted-zone'),
  account: reference,
  domain: typedText,
  visibility: choice(['private', 'public'], 'private'),
  vpcs: list(reference, 1000),
  records: list(
    z.strictObject({
      /** Full name, or `@` for the zone's own; a first label `*` stands for any. */
      name: typedText,
      type: choice(['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'NS', 'SRV'], 'A'),
      values: list(plainText(1024), 100),
      /** An endpoint or load balancer that the record is an alias of; its addresses are the values then. */
      alias: optional(reference),
    }),
    10000,
  ),
})

/** An endpoint of VPC Resolver: inbound ones answer queries from outside, outbound ones send queries out. */
export const resolverEndpoint = z.strictObject({
  ...base('resolver-endpoint'),
  vpc: reference,
  direction: choice(['inbound', 'outbound'], 'inbound'),
  addresses: list(z.strictObject({ subnet: reference, privateIp: optional(typedText) }), 6),
  securityGroups: list(reference, 16),
})

export const resolverRule = z.strictObject({
  ...base('resolver-rule'),
  region: reference,
  ruleType: choice(['forward', 'system'], 'forward'),
  /** `.` for every name. */
  domain: typedText,
  /** DNS servers that a forward rule asks. */
  targets: list(z.strictObject({ address: typedText, port: z._default(port, 53) }), 6),
  /** The outbound endpoint that sends the queries. */
  resolverEndpoint: optional(reference),
  vpcs: list(reference, 300),
})

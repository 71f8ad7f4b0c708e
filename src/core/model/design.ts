import * as z from 'zod/mini'
import type { DeepReadonly } from '../base/deepReadonly.ts'
import { deploymentName, deploySettings } from './deploySettings.ts'
import { designSource } from './designSource.ts'
import { idText, plainText, policyText, typedText } from './kinds/common.ts'
import { type Construct, type ConstructId, constructSchema } from './kinds/registry.ts'

export const FORMAT = 'hopwise-design'
/** Raised with every change of shape; `migrations/` lifts older documents. */
export const VERSION = 2

/** As far from its container's corner as something may be placed. */
export const MOST_COORDINATE = 1e6
const coordinate = z.number().check(z.minimum(-MOST_COORDINATE), z.maximum(MOST_COORDINATE))
/** Position relative to the container, in canvas pixels; containers also have a size. */
export const placement = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: z.optional(coordinate),
  height: z.optional(coordinate),
})

export const VERDICT_KINDS = ['succeeds', 'partly', 'fails', 'cannot-tell'] as const
export const SYMPTOMS = [
  'name-not-found',
  'connection-times-out',
  'connection-refused',
  'tls-name-mismatch',
  'access-denied',
  /** The connection is taken by an Application Load Balancer, which answers with 502, 503 or 504 for want of a target that does. */
  'http-error',
  /** The connection opens, and what is sent then gets no answer: something on the way drops it. */
  'connection-hangs',
  /** The connection opens and is closed by somebody on the way. */
  'connection-reset',
] as const
export const PATHS = [
  'same-subnet',
  'local',
  'interface-endpoint',
  'gateway-endpoint',
  'endpoint-service',
  'vpc-lattice',
  'gateway-load-balancer-endpoint',
  'network-firewall',
  'nat-gateway',
  'internet-gateway',
  'egress-only-internet-gateway',
  'peering',
  'transit-gateway',
  'vpn',
  'direct-connect',
  'own-internet',
] as const

const contextValue = z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean()])

/** A call of AWS's API that the request carries. */
export const apiCall = z.strictObject({
  action: z
    .string()
    .check(z.maxLength(200), z.regex(/^[A-Za-z0-9-]+:[A-Za-z0-9_-]+$/, 'must be an action such as s3:GetObject')),
  /** Its ARN; `*` for an action that is about no resource. */
  resource: z._default(plainText(2048), '*'),
  /** An ARN, the name of a service, or `anonymous`; left out = the role of the client. */
  principal: z.optional(plainText(2048)),
  /** Session policies, each as JSON or as its text: what the session of a role or of a federated user may do at most; null = nobody said what stands in one. */
  session: z.optional(z.array(z.union([policyText, z.record(z.string(), z.unknown())])).check(z.maxLength(11))),
  /** Condition keys beside those that follow from who calls what, and by which way. */
  context: z._default(
    z.record(plainText(300), z.union([contextValue, z.array(contextValue).check(z.maxLength(1000))])),
    {},
  ),
})

/** A hypothetical access: who asks, for what, by which protocol and port (`port` null only for icmp). */
export const accessRequest = z.strictObject({
  /** Id, name or address of a construct; `internet` or `internet:ADDRESS`. */
  from: typedText,
  /** Host name, address, or id or name of a construct. */
  to: typedText,
  protocol: z._default(z.enum(['tcp', 'udp', 'icmp']), 'tcp'),
  port: z._default(z.nullable(z.int().check(z.minimum(0), z.maximum(65535))), null),
  /** Bytes of the largest packet that the connection sends, IP header included; left out = small enough for every link. */
  packetSize: z.optional(z.int().check(z.minimum(20), z.maximum(65535))),
  /** What it asks AWS to do, which policies allow or deny once the packet is there. */
  api: z.optional(apiCall),
})

/** What a saved request must come to; null members are not looked at. */
export const expectation = z.strictObject({
  verdict: z.enum(VERDICT_KINDS),
  symptom: z._default(z.nullable(z.enum(SYMPTOMS)), null),
  code: z._default(z.nullable(plainText(80)), null),
  path: z._default(z.nullable(z.enum(PATHS)), null),
})

export const savedRequest = z.strictObject({
  id: idText,
  name: plainText(200),
  request: accessRequest,
  expect: z._default(z.nullable(expectation), null),
})

/** More than this many constructs and saved requests are refused, in files and in edits. */
export const MOST_CONSTRUCTS = 100_000
export const MOST_REQUESTS = 10_000

const title = plainText(200)
const description = plainText(2000)
/** `latest`, or the date (YYYY-MM-DD) whose AWS rules the design is judged by. */
const rulesAsOf = z
  .string()
  .check(
    z.regex(/^(latest|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/, 'must be "latest" or a date such as 2022-06-01'),
  )
/** What the edit `settings` may change. */
export const settings = z.strictObject({
  title: z.optional(title),
  description: z.optional(description),
  rulesAsOf: z.optional(rulesAsOf),
  deployment: z.optional(deploymentName),
  deploy: z.optional(deploySettings),
})

/** The document as it stands in a file: constructs as a list, sorted by id when written. */
export const designFile = z.strictObject({
  /** Where editors find the JSON Schema of the file. Kept as it is; nothing else reads it. */
  $schema: z.optional(plainText(2000)),
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  title,
  description: z._default(description, ''),
  rulesAsOf: z._default(rulesAsOf, 'latest'),
  /** Names of stacks and tags: a change of it makes a second deployment beside the first. Left out until the design is exported. */
  deployment: z.optional(deploymentName),
  /** How it is deployed: environments, tags, names, what exists already. Left out = as drawn. */
  deploy: z.optional(deploySettings),
  constructs: z.array(constructSchema).check(z.maxLength(MOST_CONSTRUCTS)),
  requests: z._default(z.array(savedRequest).check(z.maxLength(MOST_REQUESTS)), []),
  layout: z._default(z.record(idText, placement), {}),
  /** The template that the design came from; a change of the design can be brought into it. */
  source: z.optional(designSource),
})

export type DesignFile = DeepReadonly<z.infer<typeof designFile>>
export type DeploySettings = DeepReadonly<z.infer<typeof deploySettings>>
export type Environment = DeploySettings['environments'][number]
export type AccessRequest = DeepReadonly<z.infer<typeof accessRequest>>
export type ApiCall = DeepReadonly<z.infer<typeof apiCall>>
export type Expectation = DeepReadonly<z.infer<typeof expectation>>
export type SavedRequest = DeepReadonly<z.infer<typeof savedRequest>>
export type Placement = DeepReadonly<z.infer<typeof placement>>
export type VerdictKind = (typeof VERDICT_KINDS)[number]
export type Symptom = (typeof SYMPTOMS)[number]
export type PathName = (typeof PATHS)[number]

/** The document in memory: the file's content with constructs by id. Immutable: every change is an `Edit`. */
export type Design = Omit<DesignFile, 'constructs'> & { readonly constructs: Readonly<Record<ConstructId, Construct>> }

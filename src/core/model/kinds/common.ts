import * as z from 'zod/mini'

z.config({ jitless: true }) // the page's Content-Security-Policy forbids generated code

// Refused: words that a lookup by id in a plain object would find on its prototype, and the target words of dead routes and of those that stay local.
const ID =
  /^(?!(?:constructor|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|blackhole|local)$)[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/
/** Letters, digits, `.`, `_` and `-`, at most 128: safe in file names, CSS selectors and shell scripts alike. */
export const idText = z
  .string()
  .check(z.regex(ID, 'must be 1 to 128 letters, digits, dots, dashes or underscores, and no reserved word'))
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
const WITHOUT_CONTROLS = /^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$/
export const plainText = (most: number) =>
  z.string().check(z.maxLength(most), z.regex(WITHOUT_CONTROLS, 'must not hold control characters'))

// biome-ignore lint/suspicious/noControlCharactersInRegex: line ends and tabs are all that a policy is laid out with
const LAID_OUT = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$/
/** The text of a policy, letter by letter as AWS printed it; null = not said. One that is longer than AWS takes is a finding, and leaves its construct where it is. */
export const policyText = z._default(
  z.nullable(z.string().check(z.maxLength(1_000_000), z.regex(LAID_OUT, 'must not hold control characters'))),
  null,
)

/** Id of another construct. Whether it exists, and is of the right kind, is a finding and never a parse error: nothing drawn is lost. */
export const reference = idText
/** A CIDR block, an address or a service name as typed; what is wrong with it is a finding (check `invalid-value`), not a parse error. */
export const typedText = plainText(255)

/** A list that may be left out in a file. */
export const list = <T extends z.ZodMiniType>(item: T, most: number) =>
  z._default(z.array(item).check(z.maxLength(most)), [])
/** null where nothing is said. */
export const optional = <T extends z.ZodMiniType>(item: T) => z._default(z.nullable(item), null)
export const flag = (value: boolean) => z._default(z.boolean(), value)
/** A setting that an import may not know: null = unknown, and whatever hangs on it cannot be told. */
export const flagOrUnknown = (value: boolean) => z._default(z.nullable(z.boolean()), value)
export const choice = <const T extends readonly [string, ...string[]]>(words: T, first: T[number]) =>
  z._default(z.enum(words), first)

export const base = <K extends string>(kind: K) => ({ kind: z.literal(kind), id: idText, name: plainText(120) })

const portNumber = z.int().check(z.minimum(0), z.maximum(65535))
export const port = portNumber
const portRange = z.strictObject({ from: portNumber, to: portNumber })
const icmpType = z.strictObject({
  type: z.int().check(z.minimum(-1), z.maximum(255)),
  code: z.int().check(z.minimum(-1), z.maximum(255)),
})
/** `all` is AWS's -1; other protocols go by IANA number. */
const protocol = z.union([z.enum(['all', 'tcp', 'udp', 'icmp', 'icmpv6']), z.int().check(z.minimum(0), z.maximum(255))])

/** What a filter entry says about protocol and port: `ports` null is every port, `icmp` null every type (-1 is AWS's "all"). */
export const traffic = {
  protocol: z._default(protocol, 'tcp'),
  ports: z._default(z.nullable(portRange), null),
  icmp: z._default(z.nullable(icmpType), null),
}

/** Whether a text is the name of a prefix list that AWS keeps, such as `com.amazonaws.us-east-1.s3`. */
export const isManagedListName = (text: string): boolean => /^(cn\.)?com\.amazonaws\./.test(text)

/** Ports that something listens on; null = not stated, every port is taken to answer. */
export const listens = z._default(
  z.nullable(z.array(z.strictObject({ protocol: z.enum(['tcp', 'udp']), port: portNumber })).check(z.maxLength(1000))),
  null,
)
export const ipAddressType = choice(['ipv4', 'dualstack', 'ipv6'], 'ipv4')
export const dnsRecordIpType = choice(['service-defined', 'ipv4', 'dualstack', 'ipv6'], 'service-defined')

/** The states of the EC2 API, which answers in lower camel case. Source: EC2 API, State of VpcEndpoint. */
export const ENDPOINT_STATES = [
  'pendingAcceptance',
  'pending',
  'available',
  'deleting',
  'deleted',
  'rejected',
  'failed',
  'expired',
  'partial',
] as const
export const endpointState = choice(ENDPOINT_STATES, 'available')

export const ATTACHMENT_STATES = [
  'initiating',
  'pendingAcceptance',
  'pending',
  'available',
  'modifying',
  'rejected',
  'failed',
  'deleting',
  'deleted',
] as const

/** Where a route goes to: a block, or all blocks of a prefix list. */
export const routeDestination = z.union([
  z.strictObject({ cidr: typedText }),
  z.strictObject({ prefixList: typedText }),
])

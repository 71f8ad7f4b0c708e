import { assertNever } from '../../base/assertNever.ts'
import { isIp4, parseAddress } from '../../net/address.ts'
import { parseBlock } from '../../net/block.ts'
import { parseDnsName } from '../../net/dnsName.ts'
import type { Field } from '../kinds/definition.ts'
import { NOT_KNOWN } from '../notImported.ts'
import { trafficProblem } from './trafficProblem.ts'

const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/
const ZONE = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}([a-z]|(-[a-z0-9]+)+[a-z])$/
const ZONE_ID = /^[a-z]{2,5}\d{1,2}(-[a-z0-9]+)+$/
const SERVICE = /^((cn\.)?com\.amazonaws|eu\.amazonaws|aws\.[a-z0-9]+)(\.[a-z0-9_-]+)+$/

/** What is wrong with the value of a field, as a sentence without its full stop; null when nothing is. The one rule for inspector and checks. */
export function fieldProblem(field: Field, value: unknown): string | null {
  // left out where the schema lets it be
  if (value === undefined) return null
  switch (field.input) {
    case 'text':
    case 'cidr':
    case 'cidr4':
    case 'cidr6':
    case 'address':
    case 'address4':
    case 'address6':
    case 'dns-name':
    case 'account-id':
      if (value === null || value === '')
        return field.optional && (value === null || field.input === 'text') ? null : 'Must not be empty'
      return typeof value !== 'string'
        ? 'Must be a text'
        : (textProblem(field.input, value) ?? field.rule?.(value) ?? null)
    case 'policy':
      return value === null || typeof value === 'string' ? null : 'Must be a text'
    case 'public-address':
      return value === 'none' || value === 'auto' ? null : withText(value, (text) => textProblem('address4', text))
    case 'number':
      if (field.optional && (value === null || value === undefined)) return null
      return typeof value === 'number' && Number.isInteger(value) && value >= field.min && value <= field.max
        ? null
        : `Must be a whole number from ${field.min} to ${field.max}`
    case 'boolean':
      return typeof value === 'boolean' || (value === null && field.noneLabel) ? null : 'Must be on or off'
    case 'select':
      return field.options.some((option) => option.value === value) ? null : 'Must be one of those offered'
    case 'choices':
      return (
        eachText(value, (text) =>
          field.options.some((option) => option.value === text) ? null : 'Must be one of those offered',
        ) ?? repeatProblem(value)
      )
    case 'region':
      return matches(value, REGION, 'a Region code such as us-east-1')
    case 'zone-name':
      return matches(value, ZONE, 'a zone name such as us-east-1a')
    case 'interface-service':
      return matches(value, SERVICE, 'a service name such as com.amazonaws.us-east-1.kinesis-streams')
    case 'gateway-service':
      return matches(value, SERVICE, 'a service name such as com.amazonaws.us-east-1.s3')
    case 'reference':
      return value === null && field.optional ? null : withText(value, (text) => (text ? null : 'Must not be empty'))
    case 'references':
      if (field.optional && value === null) return null
      return eachText(value, (text) => (text ? null : 'Must not be empty')) ?? repeatProblem(value)
    case 'texts':
      if (value === undefined || (field.optional && value === null)) return null // a list that may be left out, or is unknown
      return eachText(value, (text) =>
        field.of === 'dns-server'
          ? dnsServerProblem(text)
          : field.of === 'region' || field.of === 'zone-name'
            ? fieldProblem({ key: field.key, label: field.label, input: field.of }, text)
            : text === ''
              ? 'Must not be empty'
              : textProblem(field.of, text),
      )
    case 'traffic':
      return trafficProblem(value)
    case 'peer':
      return oneMember(value, ['cidr', 'securityGroup', 'prefixList'])
    case 'destination':
      return oneMember(value, ['cidr', 'prefixList'])
    case 'route-target':
      return withText(value, (text) => (text ? null : 'Must not be empty'))
    case 'ports':
      return value === null ? null : portsProblem(value)
    case 'zone-map':
      return zoneMapProblem(value)
    case 'rows':
      return !Array.isArray(value)
        ? 'Must be a list'
        : value.length > field.most
          ? `Has more than ${field.most} entries`
          : null
    default:
      return assertNever(field)
  }
}

type TextKind = 'text' | 'cidr' | 'cidr4' | 'cidr6' | 'address' | 'address4' | 'address6' | 'dns-name' | 'account-id'

function textProblem(kind: TextKind, text: string): string | null {
  switch (kind) {
    case 'text':
      return null
    case 'cidr':
    case 'cidr4':
    case 'cidr6': {
      if (text === NOT_KNOWN) return 'Not known: nothing in what was imported says which'
      const result = parseBlock(text)
      if (!result.ok) return result.message
      if (kind === 'cidr4' && !isIp4(result.block.base)) return `“${text}” is an IPv6 block; an IPv4 block belongs here`
      return kind === 'cidr6' && isIp4(result.block.base)
        ? `“${text}” is an IPv4 block; an IPv6 block belongs here`
        : null
    }
    case 'address':
    case 'address4':
    case 'address6': {
      if (text === NOT_KNOWN) return 'Not known: nothing in what was imported says which'
      const address = parseAddress(text)
      if (address === null) return `“${text}” is not an IP address`
      if (kind === 'address4' && !isIp4(address)) return `“${text}” is an IPv6 address; an IPv4 address belongs here`
      return kind === 'address6' && isIp4(address) ? `“${text}” is an IPv4 address; an IPv6 address belongs here` : null
    }
    case 'dns-name':
      return parseDnsName(text) === null ? `“${text}” is not a host name` : null
    case 'account-id':
      return /^\d{12}$/.test(text) ? null : `“${text}” is not an account ID of twelve digits`
    default:
      return assertNever(kind)
  }
}

const dnsServerProblem = (text: string): string | null =>
  text === 'AmazonProvidedDNS' || parseAddress(text) !== null
    ? null
    : `“${text}” is neither AmazonProvidedDNS nor an IP address`

const withText = (value: unknown, rule: (text: string) => string | null): string | null =>
  typeof value === 'string' ? rule(value) : 'Must not be empty'

const matches = (value: unknown, pattern: RegExp, what: string): string | null =>
  withText(value, (text) => (pattern.test(text) ? null : `“${text}” is not ${what}`))

function eachText(value: unknown, rule: (text: string) => string | null): string | null {
  if (!Array.isArray(value)) return 'Must be a list'
  for (const text of value) {
    const problem = withText(text, rule)
    if (problem) return problem
  }
  return null
}

function repeatProblem(value: unknown): string | null {
  const list = value as readonly string[]
  const twice = list.find((text, index) => list.indexOf(text) < index)
  return twice === undefined ? null : `“${twice}” is there twice`
}

/** A peer or destination: exactly one of the members; only a block's text can be wrong in itself. */
function oneMember(value: unknown, members: readonly string[]): string | null {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  const member = members.find((name) => typeof given[name] === 'string')
  if (!member || given[member] === '') return 'Must not be empty'
  return member === 'cidr' ? textProblem('cidr', given[member] as string) : null
}

function portsProblem(value: unknown): string | null {
  if (!Array.isArray(value)) return 'Must be a list'
  for (const { protocol, port } of value as readonly { protocol: unknown; port: unknown }[]) {
    if (protocol !== 'tcp' && protocol !== 'udp') return 'The protocol must be TCP or UDP'
    if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 65535)
      return 'A port is a whole number from 0 to 65535'
  }
  return null
}

function zoneMapProblem(value: unknown): string | null {
  for (const [region, zones] of Object.entries(value as Readonly<Record<string, Readonly<Record<string, string>>>>)) {
    if (!REGION.test(region)) return `“${region}” is not a Region code such as us-east-1`
    for (const [zone, id] of Object.entries(zones)) {
      if (!ZONE.test(zone) || !zone.startsWith(region)) return `“${zone}” is not a zone name of ${region}`
      if (!ZONE_ID.test(id)) return `“${id}” is not a zone ID such as use1-az1`
    }
    const ids = Object.values(zones)
    const twice = ids.find((id, index) => ids.indexOf(id) < index)
    if (twice) return `Two zone names of ${region} stand for ${twice}`
  }
  return null
}

import { createRequire } from 'node:module'
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { PropertyType, ResourceProperties, SpecDatabase } from '@aws-cdk/service-spec-types'

let loaded: SpecDatabase | null = null
const specification = (): SpecDatabase => (loaded ??= loadAwsServiceSpecSync())

/** The version of the specification. */
export const specificationVersion = (): string =>
  (createRequire(import.meta.url)('@aws-cdk/aws-service-spec/package.json') as { version: string }).version

type Values = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** What CloudFormation works out; `Fn::If` is looked into instead. */
const isFunction = (value: Values): boolean => {
  const [key, ...more] = Object.keys(value)
  return more.length === 0 && key !== undefined && (key === 'Ref' || /^Fn::(?!If$)/.test(key))
}

/** What a template says that the specification of AWS's resources does not know, or misses, each with its place. */
export function specificationFindings(template: Values): readonly string[] {
  const resources = template.Resources as Readonly<Record<string, { Type: string; Properties?: Values }>>
  return Object.entries(resources).flatMap(([id, { Type, Properties = {} }]) => {
    const [resource] = specification().lookup('resource', 'cloudFormationType', 'equals', Type)
    return resource ? objectFindings(Properties, resource.properties, id) : [`${id}: no type ${Type}`]
  })
}

function objectFindings(value: Values, known: ResourceProperties, place: string): readonly string[] {
  const missing = Object.entries(known).flatMap(([name, { required }]) =>
    required && !(name in value) ? [`${place}: ${name} is required`] : [],
  )
  const said = Object.entries(value).flatMap(([name, member]) => {
    const property = known[name]
    if (!property) return [`${place}: no property ${name}`]
    const types = [property.type, ...(property.previousTypes ?? [])]
    return firstFit(types.map((type) => findingsOf(member, type, `${place}.${name}`)))
  })
  return [...missing, ...said]
}

/** One of several types is enough. */
const firstFit = (all: readonly (readonly string[])[]): readonly string[] =>
  all.find((one) => one.length === 0) ?? all[0] ?? []

function findingsOf(value: unknown, type: PropertyType, place: string): readonly string[] {
  if (isObject(value) && 'Fn::If' in value)
    return (value['Fn::If'] as readonly unknown[])
      .slice(1)
      .flatMap((one) => (isNoValue(one) ? [] : findingsOf(one, type, place)))
  if (isObject(value) && isFunction(value)) return []
  const wrong = (what: string) => [`${place}: ${JSON.stringify(value)?.slice(0, 60)} is no ${what}`]
  switch (type.type) {
    case 'string':
      if (typeof value !== 'string') return wrong('text')
      return type.allowedValues && !type.allowedValues.includes(value) ? wrong(`one of ${type.allowedValues}`) : []
    case 'date-time':
      return typeof value === 'string' ? [] : wrong('text')
    case 'number':
    case 'integer':
      return typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value)) ? [] : wrong('number')
    case 'boolean':
      return typeof value === 'boolean' || value === 'true' || value === 'false' ? [] : wrong('boolean')
    case 'json':
      return []
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((one, index) => (isNoValue(one) ? [] : findingsOf(one, type.element, `${place}[${index}]`)))
        : wrong('list')
    case 'map':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, one]) => findingsOf(one, type.element, `${place}.${key}`))
        : wrong('map')
    case 'tag':
      return isObject(value) && typeof value.Key === 'string' && 'Value' in value ? [] : wrong('tag')
    case 'union':
      return firstFit(type.types.map((one) => findingsOf(value, one, place)))
    case 'ref':
      return isObject(value)
        ? objectFindings(value, specification().get('typeDefinition', type.reference.$ref).properties, place)
        : wrong('object')
    default:
      return []
  }
}

const isNoValue = (value: unknown): boolean => isObject(value) && value.Ref === 'AWS::NoValue'

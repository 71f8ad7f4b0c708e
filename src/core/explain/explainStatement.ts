import { listChoices, listWords } from '../base/words.ts'
import type { Condition } from '../policy/conditions/compileCondition.ts'
import type { Named, Principals, Statement } from '../policy/document.ts'
import { arnParts } from '../policy/language/arnParts.ts'

/** A statement of a policy in a line: `Allows everyone s3:GetObject on reports/*, if aws:SourceVpce is vpce-1a2b3c4d`. */
export function explainStatement({ effect, principals, actions, resources, conditions }: Statement): string {
  const who = principals && nameAll(principals, 'everyone', namesIn(principals.these))
  const what = nameAll(actions, 'everything', isAll(actions.these) ? [] : actions.these)
  const where = resources && nameAll(resources, '', isAll(resources.these) ? [] : resources.these.map(shortArn))
  const head = [effect === 'Allow' ? 'Allows' : 'Denies', who, what].filter((word) => word !== null).join(' ')
  return `${head}${where ? ` on ${where}` : ''}${listConditions(conditions)}`
}

/** So many of a list are named. */
const NAMED = 2

/** The names of an element, or what it leaves out; `all` where it has no limit. */
function nameAll({ not }: Named<unknown>, all: string, names: readonly string[]): string {
  if (names.length === 0) return not ? 'nothing' : all
  const listed = listSome(names)
  return not ? `${all || 'everything'} but ${listed}` : listed
}

const listSome = (names: readonly string[], list = listWords): string =>
  list(names.length > NAMED + 1 ? [...names.slice(0, NAMED), `${names.length - NAMED} more`] : names)

const isAll = (names: readonly string[]): boolean => names.includes('*')

/** Whom `Principal` names; none = everybody. */
function namesIn(principals: Principals): readonly string[] {
  if (principals === '*' || principals.AWS?.includes('*')) return []
  const { AWS = [], Service = [], Federated = [], CanonicalUser = [] } = principals
  return [...AWS.map(nameOfPrincipal), ...Service, ...Federated, ...CanonicalUser]
}

function nameOfPrincipal(text: string): string {
  if (/^\d{12}$/.test(text)) return `account ${text}`
  const [, , , , account = '', what = ''] = arnParts(text) ?? []
  if (what === 'root') return `account ${account}`
  const name = what.slice(what.lastIndexOf('/') + 1)
  if (what.startsWith('assumed-role/')) return `session ${what.slice('assumed-role/'.length)}`
  return name === '' ? text : `${what.slice(0, what.indexOf('/'))} ${name}`
}

/** The last part of an ARN tells it from its neighbours: `reports/*`, `table/orders`, `orders`. */
const shortArn = (text: string): string => arnParts(text)?.[5] || text

const WORDS: Readonly<Record<string, string>> = {
  Equals: 'is',
  NotEquals: 'is not',
  EqualsIgnoreCase: 'is',
  NotEqualsIgnoreCase: 'is not',
  Like: 'is like',
  NotLike: 'is not like',
  LessThan: 'is below',
  LessThanEquals: 'is at most',
  GreaterThan: 'is above',
  GreaterThanEquals: 'is at least',
}
const OTHERS: Readonly<Record<string, string>> = {
  Bool: 'is',
  IpAddress: 'is in',
  NotIpAddress: 'is not in',
  BinaryEquals: 'is',
}

function listConditions(conditions: readonly Condition[]): string {
  if (conditions.length === 0) return ''
  const words = conditions.slice(0, NAMED).map(nameCondition)
  const left = conditions.length - words.length
  return `, if ${listWords(left > 0 ? [...words, `${left} more ${left === 1 ? 'condition' : 'conditions'}`] : words)}`
}

function nameCondition({ operator, key, values }: Condition): string {
  const [, plain = operator, ifExists] = /^(?:For(?:All|Any)Values?:)?(.*?)(IfExists)?$/.exec(operator) ?? []
  if (plain === 'Null') return `${key} is ${values[0] === 'true' ? 'absent' : 'there'}`
  const verb = OTHERS[plain] ?? WORDS[plain.replace(/^(?:String|Numeric|Date|Arn)/, '')] ?? plain
  return `${key} ${verb} ${listSome(values, listChoices)}${ifExists ? ', where it is there' : ''}`
}

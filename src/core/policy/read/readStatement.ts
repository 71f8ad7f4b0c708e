import type { Node } from 'jsonc-parser'
import { listWords } from '../../base/words.ts'
import type { Condition } from '../conditions/compileCondition.ts'
import { readOperator } from '../conditions/readOperator.ts'
import type { Named, PolicyKind, Statement } from '../document.ts'
import type { Reading } from './reading.ts'
import { readPrincipals } from './readPrincipals.ts'

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

type Elements = ReadonlyMap<string, Node>

/** Reads a statement; null, and told, where it is none. */
export function readStatement(node: Node, kind: PolicyKind, reading: Reading): Statement | null {
  const elements = reading.members(node, 'a statement', ELEMENTS)
  if (!elements) return null
  const sid = elements.get('Sid')
  const effect = readEffect(node, elements, reading)
  const actions = named(node, elements, 'Action', true, reading, (one) => readActions(one, reading))
  const resources = readResources(node, elements, kind, reading)
  const who = kind === 'resource' || kind === 'endpoint' || kind === 'trust'
  const principals = named(node, elements, 'Principal', who, reading, (one) => readPrincipals(one, reading))
  if (kind === 'identity' && principals)
    reading.tell(node, 'a policy of an identity has no Principal: that is the identity')
  const negated = elements.get('NotPrincipal')
  if (negated) tellNotPrincipal(negated, kind, effect, reading)
  const condition = elements.get('Condition')
  const conditions = condition ? readConditions(condition, reading) : []
  if (!effect || !actions) return null
  return { sid: (sid && reading.text(sid, 'Sid')) ?? '', effect, actions, resources, principals, conditions }
}

/** Source: IAM guide, JSON policy elements, NotPrincipal: with Deny alone, and neither in trust policies nor in those of an organisation. */
function tellNotPrincipal(node: Node, kind: PolicyKind, effect: Statement['effect'] | null, reading: Reading): void {
  if (effect === 'Allow') reading.tell(node, 'NotPrincipal goes with “Deny” alone')
  if (kind === 'trust') reading.tell(node, 'a trust policy has no NotPrincipal')
  if (kind === 'control') reading.tell(node, 'a policy of an organisation has no NotPrincipal')
}

function readEffect(node: Node, elements: Elements, reading: Reading): 'Allow' | 'Deny' | null {
  const effect = elements.get('Effect')
  if (!effect) {
    reading.tell(node, 'Effect is missing')
    return null
  }
  const said = reading.text(effect, 'Effect')
  if (said === 'Allow' || said === 'Deny') return said
  if (said !== null) reading.tell(effect, `Effect is “${said}”; it is “Allow” or “Deny”`)
  return null
}

/** An element or its `Not…`, of which a statement has one. */
function named<T>(
  node: Node,
  elements: Elements,
  name: string,
  must: boolean,
  reading: Reading,
  read: (node: Node) => T | null,
): Named<T> | null {
  const [plain, negated] = [elements.get(name), elements.get(`Not${name}`)]
  if (plain && negated) reading.tell(negated, `a statement has ${name} or Not${name}, not both`)
  const one = plain ?? negated
  if (!one) {
    if (must) reading.tell(node, `${name} is missing`)
    return null
  }
  const these = read(one)
  return these === null ? null : { not: !plain, these }
}

/** Source: IAM guide, JSON policy elements, Action: a service’s prefix, a colon, a name, or `*` for all. */
function readActions(node: Node, reading: Reading): readonly string[] {
  const texts = reading.texts(node, 'Action')
  for (const text of texts)
    if (text !== '*' && !/^[A-Za-z0-9*?-]+:[A-Za-z0-9*?_-]+$/.test(text))
      reading.tell(node, `“${text}” is no action; one is written like s3:GetObject`)
  return texts
}

/** Source: IAM guide, JSON policy elements, Resource; AWS STS, trust policies, which have none; ECR guide, whose repository policies have none. */
function readResources(
  node: Node,
  elements: Elements,
  kind: PolicyKind,
  reading: Reading,
): Named<readonly string[]> | null {
  const must = kind === 'identity' || kind === 'endpoint' || kind === 'control'
  const resources = named(node, elements, 'Resource', must, reading, (one) => {
    const texts = reading.texts(one, 'Resource')
    for (const text of texts)
      if (!/^(?:\*|arn:|\$\{|execute-api:\/)/.test(text))
        reading.tell(one, `“${text}” is no resource; one is an ARN such as arn:aws:s3:::bucket/*, or *`)
    return texts
  })
  if (kind === 'trust' && resources) reading.tell(node, 'a trust policy has no Resource: that is the role')
  return resources
}

function readConditions(node: Node, reading: Reading): readonly Condition[] {
  const operators = reading.members(node, 'Condition') ?? new Map<string, Node>()
  return [...operators].flatMap(([operator, block]) => {
    if (readOperator(operator) === null) {
      reading.tell(block, `“${operator}” is no condition operator; one is written like ${listWords(EXAMPLES)}`)
      return []
    }
    const keys = reading.members(block, operator) ?? new Map<string, Node>()
    return [...keys].map(([key, values]) => ({ operator, key, values: reading.values(values, key) }))
  })
}
const EXAMPLES = ['StringEquals', 'ArnLikeIfExists', 'ForAnyValue:StringLike']

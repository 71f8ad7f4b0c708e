import { CHOICES } from '../../export/aws/choices.ts'
import { createContext } from '../../import/cloudformation/evaluate/evaluateNode.ts'
import { type Frame, NO_VALUE } from '../../import/cloudformation/evaluate/frame.ts'
import { isUnknown, whatOf } from '../../import/cloudformation/isUnknown.ts'
import { notImported } from '../../model/notImported.ts'
import { callOf, isItems, isMembers } from '../items/value.ts'
import type { Plain } from '../text/writeValue.ts'

/** What a drawn name is in the templates. */
export interface Named {
  readonly frame: Frame
  readonly logicalId: string
  /** What the rest of the templates know it by. */
  readonly id: string
}

/** What a value needs to be said in a template. */
export interface Naming {
  /** The template that it is written into. */
  readonly frame: Frame
  /** The resource of a name; a clause that says why there is none. */
  find(name: string): Named | string
  /** The construct whose own part has that name; null = it is of another part. */
  constructOf(name: string): string | null
}

/** Why a value cannot be said in a template: a clause. */
export interface Untold {
  readonly why: string
}
export const isUntold = (value: Plain | Untold): value is Untold =>
  isMembers(value) && Object.keys(value).length === 1 && typeof (value as { why?: unknown }).why === 'string'

/** A value of an exported template as the other template says it, names of its resources in the place of those of the export. */
export function translate(node: Plain, naming: Naming): Plain | Untold {
  let why: string | null = null
  const put = (one: Plain): Plain => {
    const value = step(one)
    if (!isUntold(value)) return value
    why ??= value.why
    return null
  }
  function step(one: Plain): Plain | Untold {
    if (isItems(one)) return one.map(put)
    if (!isMembers(one)) return one
    const call = callOf(one)
    if (call?.name === 'Ref') return refer(String(call.argument), null, naming)
    if (call?.name === 'Fn::GetAtt' && isItems(call.argument))
      return refer(String(call.argument[0]), String(call.argument[1]), naming)
    if (call?.name === 'Fn::Sub' && typeof call.argument === 'string') return inText(call.argument)
    return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, put(part)]))
  }
  function inText(text: string): Plain {
    const written = text.replace(/\$\{([^!}][^}]*)\}/g, (_, word: string) => {
      const [name, attribute] = word.startsWith('AWS::')
        ? [word]
        : [word.split('.')[0]!, word.split('.').slice(1).join('.')]
      const value = put(attribute ? { 'Fn::GetAtt': [name, attribute] } : { Ref: name })
      const call = callOf(value)
      if (typeof value === 'string') return value.replaceAll('${', '${!')
      if (call?.name === 'Ref') return `\${${call.argument}}`
      if (call?.name === 'Fn::GetAtt' && isItems(call.argument)) return `\${${call.argument.join('.')}}`
      why ??= `it would need ${name} in a text`
      return ''
    })
    return /\$\{[^!]/.test(written) ? { 'Fn::Sub': written } : written.replaceAll('${!', '${')
  }
  const value = put(node)
  return why === null ? value : { why }
}

/** Things that AWS makes with a VPC, which a template names as its attributes. */
const MADE_WITH_VPC = /^(.+)\.(DefaultSecurityGroup|DefaultNetworkAcl)$/
/** An id as AWS gives it: the template was given it, and names it so. */
const GIVEN_ID = /^[a-z]+(?:-[a-z]+)*-[0-9a-f]{8,17}$/

function refer(name: string, attribute: string | null, naming: Naming): Plain | Untold {
  if (name.startsWith('AWS::')) return { Ref: name }
  // an image: of the newest, AWS's own list tells the id
  if (Object.hasOwn(CHOICES, name)) return `{{resolve:ssm:${CHOICES[name as keyof typeof CHOICES].otherwise}}}`
  const found = naming.find(name)
  if (typeof found !== 'string') return referTo(found, attribute, naming)
  const construct = naming.constructOf(name)
  const [, vpc, what] = MADE_WITH_VPC.exec(construct ?? '') ?? []
  if (vpc && what) {
    const prefix = naming.frame.prefix
    const logicalId = vpc.startsWith(prefix) ? vpc.slice(prefix.length) : vpc
    if (naming.frame.resource(logicalId)) return { 'Fn::GetAtt': [logicalId, what] }
  }
  if (construct !== null) {
    const parameter = parameterWith(construct, naming.frame)
    if (parameter !== null) return { Ref: parameter }
    if (GIVEN_ID.test(construct)) return construct
  }
  return { why: found }
}

function referTo({ frame, logicalId, id }: Named, attribute: string | null, naming: Naming): Plain | Untold {
  if (frame === naming.frame || frame.key === naming.frame.key)
    return attribute === null ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] }
  const parameter = parameterWith(id, naming.frame)
  return parameter === null ? { why: `${id} is of another stack, and no parameter hands it over` } : { Ref: parameter }
}

/** A parameter of the stack whose value is that id. */
function parameterWith(id: string, frame: Frame): string | null {
  const context = createContext(frame)
  return (
    Object.keys(frame.template.parameters).find((name) => {
      const value = frame.parameter(name, context)
      // what has no value yet is known by why it has none
      return (
        value === id ||
        (value !== undefined && value !== NO_VALUE && isUnknown(value) && notImported(whatOf(value)) === id)
      )
    }) ?? null
  )
}

import { plain } from '../../fields.ts'
import { decide } from '../functions/decisions.ts'
import { transformIn } from '../functions/transformIn.ts'
import { unknown } from '../isUnknown.ts'
import { expandSam } from '../sam/expandSam.ts'
import { asSection, isSection, memberOf, type Section } from '../template/section.ts'
import { chosenZones } from './chosenZones.ts'
import { createContext } from './evaluateNode.ts'
import { expandLoops } from './expandLoops.ts'
import { type Context, type Declared, type Frame, NO_VALUE, type Value } from './frame.ts'
import { hopwiseOf } from './hopwiseOf.ts'
import { declaredParameter, readParameter } from './readParameter.ts'

/** What a stack is made of, beside its template. */
export type FrameSetup = Pick<
  Frame,
  'world' | 'template' | 'key' | 'prefix' | 'stackName' | 'account' | 'region' | 'saysPlace' | 'tell'
> & {
  /** The values that its parameters are given; undefined = none. */
  given(name: string, context: Context): Value | undefined
  nested(frame: Frame, resource: Declared): Frame | null
}

/** Properties whose texts are policies: they name what AWS has made, as far as the template says it. */
const POLICY: ReadonlySet<string> = new Set([
  'AccessPolicies',
  'AssumeRolePolicyDocument',
  'FileSystemPolicy',
  'KeyPolicy',
  'Policies',
  'Policy',
  'PolicyDocument',
  'PolicyText',
  'RepositoryPolicyText',
  'ResourcePolicy',
])

/** A stack that works out what is asked for, once. */
export function createFrame(setup: FrameSetup): Frame {
  const { world, template, key } = setup
  const children = new Map<string, Frame | null>()
  let declared: ReadonlyMap<string, Declared> | null = null
  let conditions: Section | null = null
  let outputs: Section | null = null

  const frame: Frame = {
    ...setup,
    ids: textsOf(hopwiseOf(template, 'ids')),
    resourceAccounts: textsOf(hopwiseOf(template, 'resourceAccounts')),
    parameter(name, context) {
      const declaration = memberOf(template.parameters, name)
      if (declaration === undefined) return undefined
      return world.once(`${key} ${context.physical} parameter ${name}`, name, () => {
        const { type, default: fallback } = declaredParameter(declaration)
        const given = setup.given(name, context)
        const value = given === undefined || given === NO_VALUE ? fallback : given
        if (value !== null) return readParameter(type, value, frame)
        return chosenZones(frame, name, type) ?? unknown(`the parameter ${name} has no value`)
      })
    },
    condition(name) {
      conditions ??= expanded('Conditions', template.conditions)
      const node = memberOf(conditions, name)
      if (node === undefined) return unknown(`the template has no condition “${plain(name, 60)}”`)
      return world.once(`${key} condition ${name}`, name, () => decide(node, createContext(frame)))
    },
    resources() {
      declared ??= readResources()
      return declared
    },
    resource: (logicalId) => frame.resources().get(logicalId),
    outputs() {
      outputs ??= expanded('Outputs', template.outputs)
      return outputs
    },
    isThere: ({ condition }) => (condition === null ? true : frame.condition(condition)),
    property(resource, name, physical) {
      const node = memberOf(resource.properties, name)
      if (node === undefined) return NO_VALUE
      const isPhysical = physical || POLICY.has(name)
      const { logicalId } = resource
      return world.once(`${key} ${isPhysical} property ${logicalId}.${name}`, `${logicalId}.${name}`, () =>
        createContext(frame, { physical: isPhysical }).evaluate(node),
      )
    },
    nested(resource) {
      const { logicalId } = resource
      if (!children.has(logicalId)) {
        // what it is asked for on the way is not known yet
        children.set(logicalId, null)
        children.set(logicalId, setup.nested(frame, resource))
      }
      return children.get(logicalId)!
    },
  }

  function expanded(name: string, section: Section): Section {
    const members = expandLoops(section, createContext(frame))
    if (typeof members !== 'string') return members
    frame.tell('unknown', `${name}: ${members}`, null)
    return Object.fromEntries(Object.entries(section).filter(([one]) => !one.startsWith('Fn::ForEach::')))
  }

  function readResources(): ReadonlyMap<string, Declared> {
    const resources = new Map<string, Declared>()
    const all = expandSam(template, expanded('Resources', template.resources))
    for (const [logicalId, node] of Object.entries(all)) {
      if (logicalId === 'Fn::Transform') {
        frame.tell('unknown', `Resources: what ${transformIn(node)} puts there is not known`, null)
        continue
      }
      const said: Section = asSection(node)
      if (typeof said.Type !== 'string') {
        frame.tell('skipped', `${plain(logicalId, 60)}: it is no resource, having no Type`, logicalId)
        continue
      }
      if ('Fn::Transform' in said)
        frame.tell(
          'unknown',
          `${plain(logicalId, 60)}: what ${transformIn(said['Fn::Transform'])} puts beside its properties is not known`,
          logicalId,
        )
      const { Type: type, Condition: condition, DependsOn: dependsOn, Metadata: metadata } = said
      resources.set(logicalId, {
        logicalId,
        type,
        condition: typeof condition === 'string' ? condition : null,
        dependsOn: [dependsOn].flat().filter((one) => typeof one === 'string'),
        properties: propertiesOf(logicalId, said.Properties),
        metadata,
      })
    }
    return resources
  }

  function propertiesOf(logicalId: string, node: unknown): Section {
    if (node === undefined || node === null) return {}
    const section: Section = asSection(node)
    const isWhole = isSection(node) && !('Fn::Transform' in section) && !('Fn::If' in section)
    const members = isWhole
      ? expandLoops(section, createContext(frame))
      : 'Fn::Transform' in section
        ? `${transformIn(section['Fn::Transform'])} makes some of them`
        : 'they are no object of properties'
    if (typeof members !== 'string') return members
    frame.tell('unknown', `${plain(logicalId, 60)}: its properties are not all known: ${members}`, logicalId)
    return Object.fromEntries(Object.entries(section).filter(([name]) => !name.startsWith('Fn::')))
  }
  return frame
}

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  isSection(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, text]) =>
          typeof text === 'string' || typeof text === 'number' ? [[name, String(text)]] : [],
        ),
      )
    : {}
